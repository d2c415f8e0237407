package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.function.Consumer;

/// A task is killed.
final class CrashEffect implements Effect {

    private final Zones zones;

    CrashEffect(Zones zones) {
        this.zones = zones;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        Fault.TaskCrash crash = (Fault.TaskCrash) fault;
        then.accept(zones.crash(crash.cell(), crash.zone())
                .<Applying>map(victim -> new Applying.Over(victim + " was killed")).orElseGet(
                        () -> new Applying.Refused("no task of " + crash.cell() + " is running in " + crash.zone())));
    }
}
