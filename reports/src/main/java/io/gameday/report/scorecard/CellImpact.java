package io.gameday.report.scorecard;

import io.gameday.experiment.Impact;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.SeriesName;
import io.gameday.report.facts.Tellings;
import java.util.List;
import java.util.Set;

/// What the customers of one cell felt.
///
/// @param words     `none` for a cell that never had impact, `not measured` where nobody asked it for anything
/// @param durations of impact, detection, mitigation and removal; empty without impact
public record CellImpact(String cell, String words, List<ImpactWindow> windows, List<DurationValue> durations,
        Blind blind) {

    private static final Set<String> OF_A_CELL = Set.of("detect", "mitigateFromImpact", "recoveredAfterRemoval",
            "impactTotal");

    static List<CellImpact> of(RunFacts facts, Impact impact, Tellings tellings) {
        return facts.started().cells().stream().map(cell -> of(facts, impact, tellings, cell)).toList();
    }

    private static CellImpact of(RunFacts facts, Impact impact, Tellings tellings, String cell) {
        Scope place = new Scope.Cell(cell);
        boolean measured = facts.secondsSinceZero().stream()
                .anyMatch(s -> SeriesName.tally(s, Observer.CUSTOMER, place).requests() > 0);
        List<ImpactWindow> windows = new ImpactWindows(facts, impact, place, tellings).find();
        List<DurationValue> durations = windows.isEmpty()
                ? List.of()
                : new Durations(facts, Milestones.of(facts, windows), windows).all().stream()
                        .filter(d -> OF_A_CELL.contains(d.name())).toList();
        Blind blind = Blind.of(windows, measured, facts.started().target());
        String words = !measured
                ? "not measured"
                : windows.isEmpty() ? "none" : windows.size() == 1 ? "1 window" : windows.size() + " windows";
        return new CellImpact(cell, words, windows, durations, blind);
    }

    /// Of that name.
    public DurationValue duration(String name) {
        return durations.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    }
}
