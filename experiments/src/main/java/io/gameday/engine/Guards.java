package io.gameday.engine;

import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.BlastRadius;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Answer;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults.InForce;
import io.gameday.target.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The guards: each grants or withholds, with its reason. One that cannot answer withholds.
final class Guards {

    private Guards() {
    }

    /// @param plans one per step, in order
    static List<GuardAnswered> beforeTraffic(Experiment experiment, List<FaultPlan> plans,
            Function<FaultPlan, Fidelity> fidelity, Answer<List<InForce>> inForce) {
        return List.of(noFaultInForce(inForce), supported(plans, fidelity),
                reach(experiment.prepare().blastRadius(), plans));
    }

    private static GuardAnswered noFaultInForce(Answer<List<InForce>> inForce) {
        String guard = "no fault of ours is in force";
        return switch (inForce) {
            case Answer.Failed<List<InForce>>(String why) -> new GuardAnswered(guard, false, "not known: " + why);
            case Answer.Ok<List<InForce>>(List<InForce> faults) when faults.isEmpty() ->
                new GuardAnswered(guard, true, "the ledger names none");
            case Answer.Ok<List<InForce>>(List<InForce> faults) ->
                new GuardAnswered(guard, false, faults.getFirst().fault().kind() + " of run " + faults.getFirst().run()
                        + " may still be in force. Clear it with: gameday recover --run " + faults.getFirst().run());
        };
    }

    private static GuardAnswered supported(List<FaultPlan> plans, Function<FaultPlan, Fidelity> fidelity) {
        String guard = "every fault can be injected here";
        for (FaultPlan plan : plans) {
            if (fidelity.apply(plan) instanceof Fidelity.Unsupported(String why)) {
                return new GuardAnswered(guard, false, plan.fault().kind() + ": " + why);
            }
            if (plan.tasks().isEmpty()) {
                return new GuardAnswered(guard, false,
                        plan.fault().kind() + " would reach no task: " + plan.fault().scope() + " has none");
            }
        }
        return new GuardAnswered(guard, true, plans.size() + (plans.size() == 1 ? " fault" : " faults"));
    }

    private static GuardAnswered reach(BlastRadius limit, List<FaultPlan> plans) {
        List<String> over = new ArrayList<>();
        List<String> within = new ArrayList<>();
        compare("zones", distinct(plans, plan -> plan.zones().stream()), limit.zones(), over, within);
        compare("cells", distinct(plans, plan -> plan.cells().stream()), limit.cells(), over, within);
        compare("tasks", distinct(plans, plan -> plan.tasks().stream().map(task -> task.id())), limit.tasks(), over,
                within);
        return new GuardAnswered("the reach is inside the blast radius", over.isEmpty(),
                over.isEmpty()
                        ? String.join(", ", within)
                        : String.join(", ", over) + ". Raise prepare.blastRadius or aim the steps at less");
    }

    private static long distinct(List<FaultPlan> plans, Function<FaultPlan, Stream<String>> names) {
        return plans.stream().flatMap(names).distinct().count();
    }

    private static void compare(String what, long reached, @Nullable Integer limit, List<String> over,
            List<String> within) {
        if (limit == null) {
            within.add(reached + " " + what + " (no limit)");
        } else if (reached > limit) {
            over.add(reached + " " + what + ", allowed " + limit);
        } else {
            within.add(reached + " of at most " + limit + " " + what);
        }
    }

    /// Every alarm that is expected to fire must be in OK just before the start: one that is always on proves nothing.
    static GuardAnswered alarmsReady(Experiment experiment, Map<String, AlarmState> states) {
        String guard = "every expected alarm is in OK";
        List<String> notReady = Stream.concat(experiment.detect().stream(), experiment.respond().stream())
                .filter(Expectation.AlarmFires.class::isInstance).map(Expectation.AlarmFires.class::cast)
                .map(e -> e.alarm() + " " + e.scope()).filter(name -> states.get(name) != AlarmState.OK)
                .map(name -> name + " is " + (states.containsKey(name) ? states.get(name) : "not there")).toList();
        return notReady.isEmpty()
                ? new GuardAnswered(guard, true, "seen just before the first fault")
                : new GuardAnswered(guard, false, String.join(", ", notReady));
    }
}
