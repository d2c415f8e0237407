package io.gameday.agent.ledger;

import io.gameday.process.ProcessIdentity;
import io.gameday.target.OwnPlace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be looked at from outside to tell whether a fault bites, is gone, or hit something else: everything that
/// has an address, in reach or not, and how it stood right before the injection. What may be null is missing in older
/// ledgers too.
///
/// @param machines one for each zone
/// @param places   the tasks that had an address
/// @param doors    null where nobody told them
/// @param calm     null where it was not looked at
public record Reach(List<Machine> machines, List<Place> places, @Nullable Doors doors, @Nullable Calm calm) {

    public Reach {
        machines = List.copyOf(machines);
        places = List.copyOf(places);
    }

    public Reach(List<Machine> machines, List<Place> places) {
        this(machines, places, null, null);
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
    /// @param cell     null where nobody told it
    /// @param before   null where it was not looked at
    /// @param own      of a system of a team's own; null of the reference app
    public record Place(String task, String zone, String address, boolean planned, boolean answered,
            @Nullable ProcessIdentity process, @Nullable String cell, @Nullable Before before, @Nullable OwnPlace own) {

        public Place(String task, String zone, String address, boolean planned, boolean answered,
                @Nullable ProcessIdentity process, @Nullable String cell, @Nullable Before before) {
            this(task, zone, address, planned, answered, process, cell, before, null);
        }

        public Place(String task, String zone, String address, boolean planned, boolean answered,
                @Nullable ProcessIdentity process) {
            this(task, zone, address, planned, answered, process, null, null);
        }

        public Place answered(boolean now) {
            return new Place(task, zone, address, planned, now, process, cell, before, own);
        }

        public Place before(Before seen) {
            return new Place(task, zone, address, planned, answered, process, cell, seen, own);
        }
    }

    /// Those of a system of a team's own that the fault is meant to reach; none of the reference app.
    public List<OwnPlace> own() {
        return planned().stream().map(Place::own).filter(Objects::nonNull).toList();
    }

    public Optional<Machine> machine(String zone) {
        return machines.stream().filter(machine -> machine.zone().equals(zone)).findFirst();
    }

    public List<Place> planned() {
        return places.stream().filter(Place::planned).toList();
    }

    public Reach with(List<Place> others) {
        return new Reach(machines, others, doors, calm);
    }

    public Reach with(Calm seen) {
        return new Reach(machines, places, doors, seen);
    }
}
