package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.SeriesName;
import io.gameday.report.facts.Stamped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the windows in which customers had less than the objective, and who told of them.
final class ImpactWindows {

    /// So that one good second does not make two impacts of one.
    private static final Duration JOIN = Duration.ofSeconds(5);
    /// An alarm needs some seconds of data, so it may tell of a short impact just after it is over.
    private static final Duration LATE = Duration.ofSeconds(5);

    private final RunFacts facts;
    private final double objective;

    ImpactWindows(RunFacts facts, double objective) {
        this.facts = facts;
        this.objective = objective;
    }

    List<ImpactWindow> find() {
        List<List<Event.SecondMeasured>> groups = groups();
        List<ImpactWindow> windows = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Instant next = i + 1 < groups.size() ? groups.get(i + 1).getFirst().second() : Instant.MAX;
            windows.add(window(i + 1, groups.get(i), next));
        }
        return windows;
    }

    private List<List<Event.SecondMeasured>> groups() {
        List<List<Event.SecondMeasured>> groups = new ArrayList<>();
        for (Event.SecondMeasured second : facts.secondsSinceZero()) {
            if (!bad(second)) {
                continue;
            }
            if (groups.isEmpty() || beyond(groups.getLast().getLast(), second)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(second);
        }
        return groups;
    }

    private static boolean beyond(Event.SecondMeasured before, Event.SecondMeasured next) {
        return Duration.between(before.second().plusSeconds(1), next.second()).compareTo(JOIN) > 0;
    }

    private boolean bad(Event.SecondMeasured second) {
        Tally site = site(second);
        return site.requests() > 0 && site.useful() < objective * site.requests();
    }

    private static Tally site(Event.SecondMeasured second) {
        return SeriesName.tally(second, Observer.CUSTOMER, Scope.SITE);
    }

    private ImpactWindow window(int number, List<Event.SecondMeasured> bad, Instant next) {
        Instant zero = facts.zero();
        Instant first = bad.getFirst().second();
        Instant from = zero != null && zero.isAfter(first) ? zero : first;
        Instant to = bad.getLast().second().plusSeconds(1);
        Tally all = facts.seconds().stream().filter(s -> !s.second().isBefore(first) && s.second().isBefore(to))
                .map(ImpactWindows::site).reduce(Tally.NONE, Tally::plus);
        Event.SecondMeasured worst = bad.getFirst();
        for (Event.SecondMeasured second : bad) {
            worst = share(second) < share(worst) ? second : worst;
        }
        boolean open = !to.isBefore(facts.measuredUntil());
        Instant late = to.plus(LATE).isBefore(next) ? to.plus(LATE) : next;
        return new ImpactWindow(number, from, to, Duration.between(from, to), open, all.failed(), all.requests(),
                share(worst), worst.second(), told(from, late));
    }

    private static double share(Event.SecondMeasured second) {
        return (double) site(second).useful() / site(second).requests();
    }

    /// The first alarm raised in the window; else one of the customers' own view that stands since before. A zonal
    /// alarm that stands tells of its zone, not of what came afterwards.
    private ImpactWindow.@Nullable Told told(Instant from, Instant until) {
        Stamped<Event.AlarmChanged> standing = null;
        Instant begin = zeroOr(from);
        for (Stamped<Event.AlarmChanged> change : facts.all(Event.AlarmChanged.class)) {
            boolean raised = change.event().to() == AlarmState.ALARM;
            if (raised && !change.at().isBefore(begin) && change.at().isBefore(until)) {
                return standing == null ? told(change, from, false) : told(standing, from, true);
            }
            if (change.at().isBefore(begin) && customersView(change.event().scope())) {
                standing = standing(standing, change, raised);
            }
        }
        return standing == null ? null : told(standing, from, true);
    }

    /// An alarm between the injection and the first failed request tells of the first window ahead of time.
    private Instant zeroOr(Instant from) {
        Instant zero = facts.zero();
        boolean first = zero != null && Duration.between(zero, from).compareTo(JOIN) <= 0;
        return first && zero != null ? zero : from;
    }

    private static @Nullable Stamped<Event.AlarmChanged> standing(@Nullable Stamped<Event.AlarmChanged> before,
            Stamped<Event.AlarmChanged> change, boolean raised) {
        if (raised) {
            return before == null ? change : before;
        }
        boolean same = before != null && name(before.event()).equals(name(change.event()));
        return same ? null : before;
    }

    private static boolean customersView(Scope scope) {
        return scope instanceof Scope.Site || scope instanceof Scope.Cell;
    }

    private static ImpactWindow.Told told(Stamped<Event.AlarmChanged> alarm, Instant from, boolean standing) {
        return new ImpactWindow.Told(name(alarm.event()), alarm.at(), Duration.between(from, alarm.at()), standing,
                alarm.seq());
    }

    static String name(Event.AlarmChanged alarm) {
        return switch (alarm.scope()) {
            case Scope.Site site -> alarm.alarm();
            case Scope.Zone(String zone) -> alarm.alarm() + " " + zone;
            case Scope.Cell(String cell) -> alarm.alarm() + " " + cell;
            case Scope.CellZone(String cell, String zone) -> alarm.alarm() + " " + cell + " " + zone;
            case Scope.Instance(String instance) -> alarm.alarm() + " " + instance;
        };
    }
}
