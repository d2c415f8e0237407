package io.gameday.agent.ledger;

import io.gameday.process.ProcessIdentity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be looked at from outside to tell whether a fault bites, is gone, or hit something else: everything that
/// has an address, in reach or not, and whether it answered right before the injection.
///
/// @param machines one for each zone
/// @param places   the tasks that had an address
public record Reach(List<Machine> machines, List<Place> places) {

    public Reach {
        machines = List.copyOf(machines);
        places = List.copyOf(places);
    }

    /// A zone's machine.
    ///
    /// @param address  `host:port`
    /// @param answered whether it did before the injection
    public record Machine(String zone, String address, boolean answered) {
    }

    /// Where a task serves.
    ///
    /// @param planned  whether the fault is meant to reach it
    /// @param answered whether it did before the injection
    /// @param process  null where the target does not tell
    public record Place(String task, String zone, String address, boolean planned, boolean answered,
            @Nullable ProcessIdentity process) {
    }

    public Optional<Machine> machine(String zone) {
        return machines.stream().filter(machine -> machine.zone().equals(zone)).findFirst();
    }

    public List<Place> planned() {
        return places.stream().filter(Place::planned).toList();
    }
}
