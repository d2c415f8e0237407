package io.gameday.reference.simulated;

import io.gameday.reference.host.Effect;
import io.gameday.target.Fault;
import java.util.Optional;
import java.util.function.Consumer;

/// One task stands still, the one that runs longest, and goes on afterwards where it has not been ended.
final class HungTasks implements Effect {

    private final ModelledNetwork network;

    HungTasks(ModelledNetwork network) {
        this.network = network;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        Optional<ModelledTask> victim = network.running(fault.scope()).stream().filter(task -> !task.hung())
                .findFirst();
        victim.ifPresent(ModelledTask::hang);
        then.accept(victim.<Applying>map(task -> new Applying.Applied(done -> {
            task.goOn();
            done.run();
        })).orElseGet(() -> new Applying.Refused(
                "no task of " + fault.scope() + " is running, but for those that hang already")));
    }
}
