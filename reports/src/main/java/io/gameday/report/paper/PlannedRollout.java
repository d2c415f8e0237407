package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Rollout;
import io.gameday.report.text.FaultWords;
import io.gameday.target.Fault;
import java.util.List;

/// How a deployment that the experiment orders goes over the fleet (facts B11 and B20): a pipeline with a stage and a button
/// for each unit, one zone of one cell, would have as many of both as there are units.
///
/// @param revision the step's fault, by kind and aim
/// @param units    1 or more
/// @param waves    that widen by themselves, so that nobody clicks; 1 where everything gets it at once
public record PlannedRollout(String revision, int units, int waves) {

    /// In the order of the file; none of a system of the team's own, whose pipeline only it knows.
    static List<PlannedRollout> of(Experiment experiment) {
        return experiment.system().own() != null
                ? List.of()
                : experiment.steps().stream().map(Experiment.Step::fault).filter(Fault.BadDeploy.class::isInstance)
                        .map(fault -> of(experiment, (Fault.BadDeploy) fault)).toList();
    }

    private static PlannedRollout of(Experiment experiment, Fault.BadDeploy fault) {
        var system = experiment.system();
        List<String> cells = fault.one().map(List::of).orElseGet(system::cellNames);
        var layout = system.shape().layout(system.cellNames(), system.zones());
        int units = cells.stream().mapToInt(cell -> layout.zonesOf(cell).size()).sum();
        boolean restOfCell = layout.zonesOf(cells.getFirst()).size() > 1;
        boolean unitFirst = system.mechanisms().deployment().rollout() == Rollout.UNIT;
        int waves = unitFirst ? 1 + (restOfCell ? 1 : 0) + (cells.size() > 1 ? 1 : 0) : 1;
        return new PlannedRollout(FaultWords.name(fault), units, waves);
    }
}
