package io.gameday.reference.simulated;

import io.gameday.experiment.Experiment.Step;
import io.gameday.reference.AppConfig;
import io.gameday.target.Answer;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What steps would reach of the reference app, asked of the simulated one before anything runs: the same question that
/// the engine asks of its target.
///
/// @param plans one for each step, in order; fewer where the app gave none
/// @param doubt why there are fewer; empty when all are there
public record StepPlans(List<FaultPlan> plans, String doubt) {

    private static final Duration ANSWERED = Duration.ofSeconds(1);

    public StepPlans {
        plans = List.copyOf(plans);
    }

    public static StepPlans of(AppConfig config, List<Step> steps) {
        VirtualClock clock = new VirtualClock(Instant.EPOCH);
        Faults faults = SimulatedApp.target(config, clock, new Random(1)).faults().get().orElseThrow();
        List<FaultPlan> plans = new ArrayList<>();
        String doubt = "";
        for (Step step : steps) {
            List<Answer<FaultPlan>> answers = new ArrayList<>();
            faults.plan(step.fault(), answers::add);
            clock.advance(ANSWERED);
            switch (answers.isEmpty() ? new Answer.Failed<FaultPlan>("no answer") : answers.getFirst()) {
                case Answer.Ok<FaultPlan>(FaultPlan plan) -> plans.add(plan);
                case Answer.Failed<FaultPlan>(String why) -> doubt = why;
            }
        }
        return new StepPlans(plans, doubt);
    }
}
