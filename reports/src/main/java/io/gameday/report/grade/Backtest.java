package io.gameday.report.grade;

import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.Datapoint;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import io.gameday.report.grade.Evidence.Tested;
import io.gameday.report.grade.Grade.Gain;
import io.gameday.report.grade.Impact.Span;
import io.gameday.report.text.Figures;
import io.gameday.signal.Breaches;
import io.gameday.signal.KnownAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rings an alarm again with other settings, from when its condition was true. Only where the present setting, rung
/// again, gives what was seen: else the condition today is not what it was, and nothing is claimed.
final class Backtest {

    private static final int MOST_POINTS = 1440;

    private final List<Span> spans;
    private final Telling telling;
    private final Duration exactTo;

    Backtest(List<Span> spans, Telling telling, Duration exactTo) {
        this.spans = spans;
        this.telling = telling;
        this.exactTo = exactTo;
    }

    /// @param gains those that would have told of a window sooner
    /// @param note  why nothing is claimed; empty when there is nothing to say
    record Result(List<Gain> gains, String note) {
    }

    private record Ring(Instant from, Instant to) {
    }

    private record Setting(String words, MOutOfN condition) {
    }

    Result of(KnownAlarm alarm, Tested tested) {
        Breaches breaches = tested.breaches();
        Duration holds = tested.condition().holds();
        @Nullable
        MOutOfN datapoints = tested.condition().datapoints();
        int n = points(holds, breaches.every());
        if (n > MOST_POINTS) {
            return new Result(List.of(), "other settings of " + alarm.name() + " were not tried: its delay of "
                    + Figures.length(holds) + " is more than " + MOST_POINTS + " evaluations");
        }
        // What was missing is judged already, in when the condition was true.
        List<Ring> now = rings(breaches, datapoints == null ? all(n) : some(datapoints.m(), datapoints.n()));
        Duration slack = breaches.every().plus(exactTo.multipliedBy(2));
        for (Span span : spans) {
            Optional<Instant> seen = first(span,
                    alarm.firings().stream().filter(f -> !f.before()).map(f -> new Ring(f.from(), f.to())).toList());
            Optional<Instant> again = first(span, now);
            boolean same = seen.isPresent() == again.isPresent() && (seen.isEmpty()
                    || Duration.between(seen.get(), again.orElseThrow()).abs().compareTo(slack) <= 0);
            if (!same) {
                return new Result(List.of(),
                        "other settings of " + alarm.name() + " were not tried: rung again as it is "
                                + "set now, it tells of window " + span.number() + " at " + words(again)
                                + ", and it was seen to at " + words(seen));
            }
        }
        List<Gain> gains = new ArrayList<>();
        for (Setting setting : datapoints == null
                ? settings(holds, breaches.every(), n)
                : settings(datapoints.m(), datapoints.n())) {
            List<Ring> rings = rings(breaches, setting.condition());
            for (Span span : spans) {
                gain(alarm, span, setting, rings, now).ifPresent(gains::add);
            }
        }
        return new Result(gains, "");
    }

    private static String words(Optional<Instant> at) {
        return at.map(Figures::second).orElse("no time");
    }

    private static List<Ring> seen(KnownAlarm alarm) {
        return alarm.firings().stream().filter(f -> !f.before()).map(f -> new Ring(f.from(), f.to())).toList();
    }

    /// By how much sooner it rings again is taken from when it was seen to, so that one window has one time.
    private Optional<Gain> gain(KnownAlarm alarm, Span span, Setting setting, List<Ring> rings, List<Ring> now) {
        Optional<Instant> then = first(span, rings);
        Optional<Instant> as = first(span, now);
        if (then.isEmpty() || !span.began()) {
            return Optional.empty();
        }
        if (as.isEmpty()) {
            return Optional.of(new Gain(alarm.name(), setting.words(), span.number(),
                    Duration.between(span.from(), then.get()), null, apart(rings), apart(now)));
        }
        Duration sooner = Duration.between(then.get(), as.get());
        Duration instead = Duration.between(span.from(), first(span, seen(alarm)).orElse(as.get()));
        return sooner.compareTo(exactTo) > 0
                ? Optional.of(new Gain(alarm.name(), setting.words(), span.number(), instead.minus(sooner), instead,
                        apart(rings), apart(now)))
                : Optional.empty();
    }

    private int apart(List<Ring> rings) {
        return (int) rings.stream().filter(ring -> !telling.tellsOfAny(ring.from(), ring.to())).count();
    }

    private Optional<Instant> first(Span span, List<Ring> rings) {
        return rings.stream().filter(ring -> telling.tells(span, ring.from(), ring.to())).map(Ring::from)
                .min(Comparator.naturalOrder());
    }

    /// A condition that has to hold for a time is seen true at its beginning and at its end.
    private static int points(Duration holds, Duration every) {
        return Math.toIntExact(holds.plus(every).minusMillis(1).dividedBy(every)) + 1;
    }

    private static MOutOfN all(int n) {
        return some(n, n);
    }

    private static MOutOfN some(int m, int n) {
        return new MOutOfN(m, n, MissingData.NOT_BREACHING);
    }

    /// Fewer of the same number of datapoints.
    private static List<Setting> settings(int m, int n) {
        return IntStream.of((2 * m + 2) / 3, (m + 1) / 2, 1).distinct().filter(fewer -> fewer < m).mapToObj(
                fewer -> new Setting(fewer + " of " + n + " datapoints instead of " + m + " of " + n, some(fewer, n)))
                .toList();
    }

    private static List<Setting> settings(Duration holds, Duration every, int n) {
        List<Setting> settings = new ArrayList<>();
        Stream.of(holds.dividedBy(2), holds.dividedBy(4), Duration.ZERO)
                .map(shorter -> every.multipliedBy(shorter.dividedBy(every))).distinct()
                .filter(shorter -> shorter.compareTo(holds) < 0)
                .forEach(shorter -> settings
                        .add(new Setting("for: " + Figures.length(shorter) + " instead of " + Figures.length(holds),
                                all(points(shorter, every)))));
        int most = (2 * n + 2) / 3;
        if (most < n && n > 2) {
            settings.add(new Setting("true at " + most + " of " + n + " evaluations instead of all",
                    new MOutOfN(most, n, MissingData.NOT_BREACHING)));
        }
        return settings;
    }

    private static List<Ring> rings(Breaches breaches, MOutOfN condition) {
        List<Ring> rings = new ArrayList<>();
        breaches.series().forEach(breaching -> rings.addAll(rings(breaches, breaching, condition)));
        return rings;
    }

    private static List<Ring> rings(Breaches breaches, Set<Integer> breaching, MOutOfN condition) {
        List<Ring> rings = new ArrayList<>();
        Deque<Datapoint> points = new ArrayDeque<>();
        AlarmState state = AlarmState.OK;
        int since = 0;
        for (int i = 0; i <= breaches.count(); i++) {
            boolean bad = breaching.contains(i);
            if (points.size() == condition.range()) {
                points.removeFirst();
            }
            points.addLast(bad ? Datapoint.BREACHING : Datapoint.WELL);
            AlarmState before = state;
            // A point that is well raises no alarm, and most are.
            if (bad || before == AlarmState.ALARM) {
                state = i == breaches.count() ? AlarmState.OK : condition.evaluate(List.copyOf(points), before);
            }
            if (state == AlarmState.ALARM && before != AlarmState.ALARM) {
                since = i;
            } else if (state != AlarmState.ALARM && before == AlarmState.ALARM && since >= condition.m()) {
                // One that may have been true before the first evaluation cannot be placed.
                rings.add(new Ring(breaches.at(since), breaches.at(i)));
            }
        }
        return rings;
    }
}
