package io.gameday.report.incident;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.experiment.Objective;
import io.gameday.journal.Entry;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.incident.Incident.Away;
import io.gameday.report.incident.PastedNotes.Note;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile;
import io.gameday.signal.Alarms;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An hour from 14:00 on, as tools tell of it, in seconds since its beginning. Customers are well unless said.
final class Told {

    static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    private static final int STEP = 15;
    private static final int LENGTH = 3600;

    private final Map<Integer, Double> values = new TreeMap<>();
    private final Map<String, List<Firing>> firings = new TreeMap<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Away> away = new ArrayList<>();
    private Objective objective = new Objective.AtLeast(0.999);
    private @Nullable Double rate;
    private boolean metric = true;

    Told() {
        customers(0, LENGTH, 1);
    }

    static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }

    Told customers(int from, int to, double value) {
        for (int at = from; at < to; at += STEP) {
            values.put(at, value);
        }
        return this;
    }

    Told nothingMeasured(int from, int to) {
        values.keySet().removeIf(at -> at >= from && at < to);
        return this;
    }

    Told objective(Objective other) {
        objective = other;
        return this;
    }

    Told requests(double perSecond) {
        rate = perSecond;
        return this;
    }

    Told noMetric() {
        metric = false;
        return this;
    }

    Told alarm(String name, int... fromTo) {
        List<Firing> all = firings.computeIfAbsent(name, first -> new ArrayList<>());
        for (int i = 0; i < fromTo.length; i += 2) {
            all.add(new Firing(Map.of("alertname", name), at(fromTo[i]), at(fromTo[i + 1]), fromTo[i] == 0,
                    fromTo[i + 1] == LENGTH));
        }
        return this;
    }

    Told wanted(String alarm, int seconds, @Nullable String team) {
        wanted.add(new Wanted(alarm, Duration.ofSeconds(seconds), team));
        return this;
    }

    Told paged(int at, String team, String subject, @Nullable Integer answered) {
        pages.add(new Page(at(at), List.of(team), subject, answered == null ? null : at(answered)));
        return this;
    }

    Told note(int at, String role, String text) {
        notes.add(new Note(at(at), role, text, notes.size() + 1));
        return this;
    }

    Told away(String source, String why) {
        away.add(new Away(source, why));
        return this;
    }

    Incident incident() {
        Period period = new Period(BEGIN, at(LENGTH));
        boolean silent = away.stream().anyMatch(tool -> tool.source().equals("Prometheus"));
        Series series = new Series(Duration.ofSeconds(STEP),
                values.entrySet().stream().map(e -> new Sample(at(e.getKey()), e.getValue())).toList(), List.of());
        Double perSecond = rate;
        Series requests = perSecond == null
                ? null
                : new Series(series.step(), series.samples().stream().map(s -> new Sample(s.at(), perSecond)).toList(),
                        List.of());
        Alarms alarms = new Alarms(
                firings.entrySet().stream().map(e -> new KnownAlarm(e.getKey(), List.of(), e.getValue(), "")).toList(),
                series.step(), Map.of(), List.of());
        boolean tools = metric || !firings.isEmpty();
        return new Incident("Checkout failed", "1.0", period,
                metric
                        ? new Incident.Metric("Prometheus", "useful / all", perSecond == null ? null : "all", objective,
                                series.step(), silent ? null : series, silent ? null : requests)
                        : null,
                tools ? "Prometheus" : null, tools && !silent ? alarms : null, pages.isEmpty() ? null : "PagerDuty",
                pages.isEmpty() ? null : new Pages("PagerDuty", pages, List.of(), "", List.of()), wanted,
                new PastedNotes(notes, List.of(), 0, List.of()), notes.isEmpty() ? "" : "chat.txt", away,
                List.of("rules as they stand now"));
    }

    List<Entry> entries() {
        return IncidentJournal.of(incident(), "incident-20261121-140000");
    }

    Scorecard scorecard() {
        return Scorecard.of(entries(), true, false);
    }

    CoeDocument document() {
        return CoeDocument.of(new RunFacts(entries()), scorecard(), CoeFile.BLANK, "abc");
    }
}
