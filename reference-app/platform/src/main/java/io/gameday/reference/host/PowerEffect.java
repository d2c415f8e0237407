package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.function.Consumer;

/// A zone loses its power: its machine is silent, its tasks are killed, and none starts there.
final class PowerEffect implements Effect {

    private final Zones zones;

    PowerEffect(Zones zones) {
        this.zones = zones;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        String zone = ((Fault.ZonePowerLoss) fault).zone();
        if (!zones.power(zone)) {
            then.accept(new Applying.Refused(zone + " has no power already"));
            return;
        }
        zones.powerOff(zone);
        then.accept(new Applying.Applied(done -> {
            zones.powerOn(zone);
            done.run();
        }));
    }
}
