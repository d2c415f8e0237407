package io.gameday.cli;

import io.gameday.agent.driver.Means;
import io.gameday.experiment.Experiment;
import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.StepPlans;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.OwnSystem;
import java.util.List;

/// What an experiment's faults would reach, computed without anything that runs.
final class Reached {

    /// It takes away whatever any run has left, and before a run there is none yet.
    private static final String UNDO = "gameday recover";

    private Reached() {
    }

    static StepPlans of(Experiment experiment) {
        OwnSystem own = experiment.system().own();
        if (own != null) {
            return new StepPlans(experiment.steps().stream()
                    .map(step -> own.plan(step.fault(), UNDO, endsByThemselves(step.fault()))).toList(), "");
        }
        try {
            StepPlans modelled = StepPlans.of(AppConfig.of(experiment, 1, "/"), experiment.steps());
            return new StepPlans(modelled.plans().stream().map(plan -> new FaultPlan(plan.fault(), plan.cells(),
                    plan.zones(), plan.tasks(), UNDO, Means.endsBy(plan.fault()))).toList(), modelled.doubt());
        } catch (IllegalArgumentException notPossible) {
            // The app is narrower than the file's checks in what it can be built as.
            return new StepPlans(List.of(), String.valueOf(notPossible.getMessage()));
        }
    }

    /// Of a system of the team's own. Whether its proxies keep leases, only asking them would tell.
    private static String endsByThemselves(Fault fault) {
        return switch (Means.of(fault)) {
            case LINKS -> "the proxies in front of it by the lease, where they are Gameday's; with a Toxiproxy nobody, "
                    + "until the next agent or gameday recover";
            case HOST -> "nobody, until the next agent or gameday recover";
            case TRAFFIC, PERSON -> Means.endsBy(fault);
        };
    }
}
