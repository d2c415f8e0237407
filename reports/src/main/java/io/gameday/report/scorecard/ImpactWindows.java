package io.gameday.report.scorecard;

import io.gameday.experiment.Impact;
import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.report.facts.Place;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.SeriesName;
import io.gameday.report.facts.Telling;
import io.gameday.report.facts.Tellings;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the windows in which customers had less than the objective, and who told of them.
final class ImpactWindows {

    /// An alarm needs some seconds of data, so it may tell of a short impact just after it is over.
    private static final Duration LATE = Duration.ofSeconds(5);

    private final RunFacts facts;
    private final Impact impact;
    private final Scope place;
    private final List<Telling> alarms;
    private final List<Telling> couldHaveTold;

    /// @param place the site or a cell
    ImpactWindows(RunFacts facts, Impact impact, Scope place, Tellings tellings) {
        this.facts = facts;
        this.impact = impact;
        this.place = place;
        this.alarms = tellings.alarms();
        this.couldHaveTold = tellings.couldHaveTold();
    }

    List<ImpactWindow> find() {
        List<List<Event.SecondMeasured>> groups = groups();
        List<ImpactWindow> windows = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Instant next = i + 1 < groups.size() ? groups.get(i + 1).getFirst().second() : Instant.MAX;
            windows.add(window(i + 1, groups.get(i), next));
        }
        return List.copyOf(windows);
    }

    private List<List<Event.SecondMeasured>> groups() {
        List<List<Event.SecondMeasured>> groups = new ArrayList<>();
        for (Event.SecondMeasured second : facts.secondsSinceZero()) {
            if (!impact.bad(tally(second))) {
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
        return Duration.between(before.second().plusSeconds(1), next.second()).compareTo(Impact.JOIN) > 0;
    }

    private Tally tally(Event.SecondMeasured second) {
        return SeriesName.tally(second, Observer.CUSTOMER, place);
    }

    private ImpactWindow window(int number, List<Event.SecondMeasured> bad, Instant next) {
        Instant zero = facts.zero();
        Instant first = bad.getFirst().second();
        Instant from = zero != null && zero.isAfter(first) ? zero : first;
        Instant to = bad.getLast().second().plusSeconds(1);
        Tally all = facts.seconds().stream().filter(s -> !s.second().isBefore(first) && s.second().isBefore(to))
                .map(this::tally).reduce(Tally.NONE, Tally::plus);
        Event.SecondMeasured worst = bad.getFirst();
        for (Event.SecondMeasured second : bad) {
            worst = share(second) < share(worst) ? second : worst;
        }
        boolean open = !to.isBefore(facts.measuredUntil());
        Instant late = to.plus(LATE).isBefore(next) ? to.plus(LATE) : next;
        return new ImpactWindow(number, from, to, Duration.between(from, to), open, all.failed(), all.requests(),
                share(worst), worst.second(), told(alarms, bad, from, to, late), facts.alarmsUnread(from, late),
                told(couldHaveTold, bad, from, to, late), Figures.percent(share(worst)));
    }

    private double share(Event.SecondMeasured second) {
        return (double) tally(second).useful() / tally(second).requests();
    }

    /// The first alarm that was up in the window, or just after it, and is about customers who were hurt in it. One that
    /// stood before the first fault is not among them, nor one of a cell or zone where nobody was hurt.
    private ImpactWindow.@Nullable Told told(List<Telling> alarms, List<Event.SecondMeasured> bad, Instant from,
            Instant to, Instant late) {
        return alarms.stream().filter(a -> a.within(from, late))
                .filter(a -> bad.stream().anyMatch(s -> Place.about(a.scope(), place, s, impact))).findFirst()
                .map(a -> ImpactWindow.Told.of(a, from, to)).orElse(null);
    }
}
