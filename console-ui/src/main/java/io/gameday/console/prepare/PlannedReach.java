package io.gameday.console.prepare;

import io.gameday.experiment.Experiment;
import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.StepPlans;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.OwnSystem;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the steps of an experiment would reach, asked of the simulated app: the same question that the engine asks of
/// its target, and the same arithmetic of capacity that the platform provisions by.
///
/// @param plans       one for each step, in order; empty when the app gave none, with the reason in `doubt`
/// @param askedBefore requests per second of one task, every zone up
/// @param holds       requests per second that one task holds; infinite where that is not known
/// @param doubt       why there is no plan; empty when there is one
record PlannedReach(Experiment experiment, List<FaultPlan> plans, double askedBefore, double holds, String doubt) {

    static PlannedReach of(Experiment experiment) {
        var system = experiment.system();
        OwnSystem own = system.own();
        if (own != null) {
            return of(experiment, own);
        }
        double rate = experiment.traffic().rate();
        int tasks = system.layout().parts().size();
        List<FaultPlan> plans = List.of();
        String doubt = "";
        double holds = 0;
        try {
            var config = AppConfig.of(experiment, 1, "/");
            holds = (double) config.capacity().perZone() / system.layout().mostInAZone();
            StepPlans asked = StepPlans.of(config, experiment.steps());
            plans = asked.plans();
            doubt = asked.doubt();
        } catch (IllegalArgumentException notPossible) {
            // The app is narrower than the file's checks in what it can be built as.
            doubt = String.valueOf(notPossible.getMessage());
        }
        return new PlannedReach(experiment, plans, rate / tasks, holds, doubt);
    }

    /// Of a system of the team's own what it holds is known to its team alone.
    private static PlannedReach of(Experiment experiment, OwnSystem own) {
        List<FaultPlan> plans = experiment.steps().stream()
                .map(step -> own.plan(step.fault(), "gameday recover", "as gameday run plans it")).toList();
        return new PlannedReach(experiment, plans, experiment.traffic().rate() / own.places().size(),
                Double.POSITIVE_INFINITY, "");
    }

    /// Whether a step is aimed at the task of this cell in this zone.
    boolean hits(String cell, String zone) {
        return plans.stream().flatMap(plan -> plan.tasks().stream())
                .anyMatch(task -> task.cell().equals(cell) && task.zone().equals(zone));
    }

    /// Whether a step takes the whole zone.
    boolean takes(String zone) {
        return experiment.steps().stream()
                .anyMatch(step -> step.fault() instanceof Fault.ZonePowerLoss(String hit) && hit.equals(zone));
    }

    /// Whether a step takes what runs of the cell in this zone out of service; other faults leave it at work.
    boolean takesOut(String cell, String zone) {
        return plans.stream().filter(plan -> switch (plan.fault()) {
            case Fault.ZonePowerLoss _,Fault.ZonePartition _,Fault.TaskCrash _,Fault.TaskHang _ -> true;
            default -> false;
        }).anyMatch(plan -> plan.fault().scope().covers(cell, zone));
    }

    /// Requests per second that a task of the cell is asked when what is taken out of service is gone; 0 when none is
    /// left.
    double askedAfter(String cell) {
        long left = experiment.system().layout().zonesOf(cell).stream().filter(zone -> !takesOut(cell, zone)).count();
        return left == 0 ? 0 : experiment.traffic().rate() / experiment.system().cells() / left;
    }

    List<String> zones() {
        return distinct(plans.stream().flatMap(plan -> plan.zones().stream()));
    }

    List<String> cells() {
        return distinct(plans.stream().flatMap(plan -> plan.cells().stream()));
    }

    long tasks() {
        return plans.stream().flatMap(plan -> plan.tasks().stream()).map(task -> task.id()).distinct().count();
    }

    /// Customers whose cell has a task in reach. Customers are spread evenly over cells, as near as whole numbers go.
    int customers() {
        int all = experiment.traffic().customers();
        return (int) Math.ceil((double) all * cells().size() / experiment.system().cells());
    }

    private static List<String> distinct(Stream<String> names) {
        return List.copyOf(new TreeSet<>(names.toList()));
    }
}
