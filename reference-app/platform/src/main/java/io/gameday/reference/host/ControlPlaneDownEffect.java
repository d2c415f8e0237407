package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.function.Consumer;

/// A cell's control plane is down: the host takes no order for the cell, and the control plane, which reads that in the
/// state, does no work for it. What runs there runs on.
final class ControlPlaneDownEffect implements Effect {

    private final PlatformSettings settings;

    ControlPlaneDownEffect(PlatformSettings settings) {
        this.settings = settings;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        String cell = ((Fault.ControlPlaneDown) fault).cell();
        if (settings.controlPlaneDown(cell)) {
            then.accept(new Applying.Refused("the control plane of " + cell + " is down already"));
            return;
        }
        settings.controlPlaneDown(cell, true);
        then.accept(new Applying.Applied(done -> {
            settings.controlPlaneDown(cell, false);
            done.run();
        }));
    }
}
