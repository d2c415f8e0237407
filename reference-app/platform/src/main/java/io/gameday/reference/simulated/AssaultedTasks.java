package io.gameday.reference.simulated;

import io.gameday.reference.host.Effect;
import io.gameday.target.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Misbehaving code, as by the Chaos Monkey aboard the real tasks: of those that run when the fault begins, one assault at
/// a time. A task that is started later is not hit.
final class AssaultedTasks implements Effect {

    private static final double WHOLE = 100;

    private final ModelledNetwork network;

    AssaultedTasks(ModelledNetwork network) {
        this.network = network;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        List<ModelledTask> hit = network.running(fault.scope());
        List<String> busy = hit.stream().filter(task -> task.work().assaulted()).map(task -> task.order().id())
                .toList();
        if (hit.isEmpty()) {
            then.accept(new Applying.Refused("no task of " + fault.scope() + " is running"));
        } else if (!busy.isEmpty()) {
            then.accept(new Applying.Refused(
                    "there is an assault on " + String.join(", ", busy) + " already; take that fault away first"));
        } else {
            hit.forEach(task -> strike(task.work(), fault));
            then.accept(new Applying.Applied(done -> {
                hit.forEach(task -> task.work().asBuilt());
                done.run();
            }));
        }
    }

    private static void strike(TaskWork work, Fault fault) {
        switch (fault) {
            case Fault.TaskLatency(String cell, String zone, Duration delay) -> work.slower(delay);
            // One request in so many, counted, as Chaos Monkey does it.
            case Fault.TaskErrors(String cell, String zone, double share) ->
                work.failEach(Math.toIntExact(Math.round(WHOLE / share)));
            default -> throw new IllegalArgumentException(fault.kind() + " is no assault");
        }
    }
}
