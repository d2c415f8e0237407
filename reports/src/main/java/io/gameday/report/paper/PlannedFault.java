package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Step;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.text.FaultWords;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A step of an experiment with its times. All of them count from the first injection.
///
/// @param id      as the run will call it: `f1` for the first step of the file
/// @param step    what predictions name
/// @param name    kind and aim
/// @param at      zero for the first
/// @param ends    when it is taken away; null where nothing stays in force
/// @param gone    by when its end is proven; null where nothing stays in force
/// @param reached the tasks in reach; empty where that is not known
/// @param undo    the command that takes it away by hand
/// @param endsBy  who ends it when all of ours are dead
public record PlannedFault(String id, String step, String name, Fault fault, Duration at, @Nullable Duration lasts,
        @Nullable Duration ends, @Nullable Duration gone, List<String> reached, String undo,
        String endsBy) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("id", "step", "name", "fault", "reached", "undo");
    }

    /// In the order in which they are injected.
    ///
    /// @param plans what steps reach, by their faults; none where that is not known
    static List<PlannedFault> of(Experiment experiment, List<FaultPlan> plans, Limits limits) {
        Duration zero = zero(experiment);
        List<PlannedFault> faults = new ArrayList<>();
        for (Step step : experiment.steps()) {
            faults.add(of("f" + (faults.size() + 1), step, zero,
                    plans.stream().filter(plan -> plan.fault().equals(step.fault())).findFirst().orElse(null), limits));
        }
        faults.sort(Comparator.comparing(PlannedFault::at));
        return List.copyOf(faults);
    }

    /// The first injection, counted from the steady state; where nothing is injected, the first operation.
    static Duration zero(Experiment experiment) {
        return experiment.steps().stream().map(Step::at).min(Comparator.naturalOrder())
                .or(() -> experiment.operations().stream().map(Experiment.Doing::at).min(Comparator.naturalOrder()))
                .orElse(Duration.ZERO);
    }

    private static PlannedFault of(String id, Step step, Duration zero, @Nullable FaultPlan plan, Limits limits) {
        Duration at = step.at().minus(zero);
        Duration lasts = step.lasts();
        Duration ends = lasts == null ? null : at.plus(lasts);
        Duration gone = ends == null ? null : ends.plus(limits.proof()).plus(step.fault().lingers());
        return new PlannedFault(id, step.name(), FaultWords.name(step.fault()), step.fault(), at, lasts, ends, gone,
                plan == null ? List.of() : plan.tasks().stream().map(task -> task.id()).toList(),
                plan == null ? "" : plan.undo(), plan == null ? "" : plan.endsBy());
    }
}
