package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.text.Figures;
import io.gameday.target.TargetKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What a run was to reach, and what it reached.
///
/// @param plannedTasks tasks in reach, as computed beforehand
/// @param hitCells     cells whose customers had less than the objective
/// @param hitZones     zones in which any observer saw less than the objective
/// @param limits       of the blast radius, as predicted
public record Reach(List<String> plannedCells, List<String> plannedZones, List<String> plannedTasks,
        List<String> hitCells, List<String> hitZones, List<Limit> limits) {

    /// @param what   `customers` or `failedOrders`
    /// @param wanted the most that was predicted, such as `≤ 2 of 40`
    /// @param value  what it came to
    public record Limit(String what, String wanted, String value) {
    }

    /// What a limit is about, as people say it: `failed orders`.
    ///
    /// @param what of a [Limit] or of [Event.BlastRadiusPassed]
    public static String words(String what, TargetKind target) {
        return what.equals("failedOrders") ? "failed " + target.requests() : Figures.words(what);
    }

    static Reach of(RunFacts facts, List<LowPoint> lowest) {
        return new Reach(planned(facts, Event.FaultPlanned::cells), planned(facts, Event.FaultPlanned::zones),
                planned(facts, Event.FaultPlanned::tasks),
                facts.started().cells().stream()
                        .filter(cell -> lowest.stream()
                                .anyMatch(low -> low.observer() == Observer.CUSTOMER && low.secondsBelow() > 0
                                        && low.scope().equals(new Scope.Cell(cell))))
                        .toList(),
                facts.started().zones().stream()
                        .filter(zone -> lowest.stream()
                                .anyMatch(low -> low.secondsBelow() > 0 && low.scope().equals(new Scope.Zone(zone))))
                        .toList(),
                limits(facts));
    }

    private static List<String> planned(RunFacts facts, Function<Event.FaultPlanned, List<String>> part) {
        return facts.all(Event.FaultPlanned.class).stream().flatMap(p -> part.apply(p.event()).stream()).distinct()
                .toList();
    }

    /// The judged predictions of the blast radius; where a run ended before they were judged, what was passed.
    private static List<Limit> limits(RunFacts facts) {
        List<Limit> judged = facts.all(Event.PredictionJudged.class).stream()
                .filter(p -> p.event().phase() == Phase.PREPARE)
                .map(p -> new Limit(what(p.event().text()), p.event().wanted(), p.event().value())).toList();
        return judged.isEmpty()
                ? facts.all(Event.BlastRadiusPassed.class).stream()
                        .map(p -> new Limit(p.event().what(), p.event().limit(), p.event().value())).toList()
                : judged;
    }

    private static String what(String text) {
        return text.toLowerCase(Locale.ROOT).contains("customer") ? "customers" : "failedOrders";
    }
}
