package io.gameday.report.grade;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.experiment.Objective;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import io.gameday.signal.AlarmCondition;
import io.gameday.signal.Alarms;
import io.gameday.signal.Breaches;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Page;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.Series.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An hour from 14:00 on, a sample each 10 s, told in seconds since its beginning. Customers are well unless said.
final class Incident {

    static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    static final int STEP = 10;
    private static final int LENGTH = 3600;

    private final Map<Integer, Double> values = new TreeMap<>();
    private final Map<String, List<Firing>> firings = new TreeMap<>();
    private final Map<String, AlarmCondition> conditions = new HashMap<>();
    private final Map<String, Evidence.Tested> tested = new HashMap<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<String> receivers = new ArrayList<>();
    private @Nullable List<Page> pages;
    private String doubt = "";
    private Objective objective = new Objective.AtLeast(0.999);

    Incident() {
        for (int at = 0; at < LENGTH; at += STEP) {
            values.put(at, 1.0);
        }
    }

    Incident objective(Objective other) {
        objective = other;
        return this;
    }

    Incident customers(int from, int to, double value) {
        values.replaceAll((at, before) -> at >= from && at < to ? value : before);
        return this;
    }

    Incident nothingMeasured(int from, int to) {
        values.keySet().removeIf(at -> at >= from && at < to);
        return this;
    }

    Incident alarm(String name, int... fromTo) {
        List<Firing> all = firings.computeIfAbsent(name, n -> new ArrayList<>());
        for (int i = 0; i < fromTo.length; i += 2) {
            all.add(new Firing(Map.of("alertname", name), at(fromTo[i]), at(fromTo[i + 1]), fromTo[i] == 0,
                    fromTo[i + 1] == LENGTH));
        }
        return condition(name, Duration.ofSeconds(30), "");
    }

    Incident condition(String name, Duration holds, String trouble) {
        firings.computeIfAbsent(name, n -> new ArrayList<>());
        conditions.put(name, new AlarmCondition(name + " > 1", holds, Duration.ofSeconds(STEP), trouble));
        return this;
    }

    /// When the condition of the alarm is true.
    Incident breaching(String name, Duration holds, int... fromTo) {
        condition(name, holds, "");
        Set<Integer> evaluations = new HashSet<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            for (int at = fromTo[i]; at < fromTo[i + 1]; at += STEP) {
                evaluations.add(at / STEP);
            }
        }
        AlarmCondition condition = conditions.get(name);
        tested.put(name, new Evidence.Tested(condition,
                new Breaches(BEGIN, condition.every(), LENGTH / STEP, List.of(evaluations))));
        return this;
    }

    /// Says of an alarm whose condition is given that it rings by datapoints.
    Incident datapoints(String name, int m, int n) {
        AlarmCondition given = Objects.requireNonNull(conditions.get(name));
        AlarmCondition counted = new AlarmCondition(given.query(), given.holds(), given.every(),
                new MOutOfN(m, n, MissingData.NOT_BREACHING), given.trouble());
        conditions.put(name, counted);
        tested.computeIfPresent(name, (same, before) -> new Evidence.Tested(counted, before.breaches()));
        return this;
    }

    Incident wanted(String alarm, int within, @Nullable String team) {
        wanted.add(new Wanted(alarm, Duration.ofSeconds(within), team));
        return this;
    }

    Incident receivers(String... names) {
        receivers.addAll(List.of(names));
        return paged();
    }

    Incident paged() {
        if (pages == null) {
            pages = new ArrayList<>();
        }
        return this;
    }

    Incident paged(int at, String receiver, String subject, @Nullable Integer acknowledged) {
        List<Page> all = pages == null ? new ArrayList<>() : new ArrayList<>(pages);
        all.add(new Page(at(at), List.of(receiver), subject, acknowledged == null ? null : at(acknowledged)));
        pages = all;
        return this;
    }

    Incident doubted(String why) {
        doubt = why;
        return this;
    }

    Grade grade() {
        List<Sample> samples = values.entrySet().stream().map(e -> new Sample(at(e.getKey()), e.getValue())).toList();
        List<KnownAlarm> alarms = firings.entrySet().stream()
                .map(e -> new KnownAlarm(e.getKey(), List.of(conditions.get(e.getKey())), List.copyOf(e.getValue())))
                .toList();
        Duration step = Duration.ofSeconds(STEP);
        Pages log = pages == null ? null : new Pages("Alertmanager", pages, receivers, doubt, List.of());
        return Grading.of("", objective, wanted,
                new Evidence(new Period(BEGIN, at(LENGTH)), new Series(step, samples, List.of()),
                        new Alarms(alarms, step, Map.of(), List.of()), log,
                        pages == null ? "no pager log was read" : "", tested, List.of()));
    }

    static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }
}
