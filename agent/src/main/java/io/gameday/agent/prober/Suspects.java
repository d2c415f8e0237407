package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What must not have been hit: everything outside the reach that answered before the injection, but for what another
/// fault of ours may have hit.
///
/// @param excusedZones zones that other faults of ours may have taken
/// @param excusedTasks tasks that other faults of ours may have taken
public record Suspects(Set<String> excusedZones, Set<String> excusedTasks) {

    /// No other fault is about.
    public static final Suspects NONE_EXCUSED = new Suspects(Set.of(), Set.of());

    boolean excuse(Reach.Place place) {
        return excusedZones.contains(place.zone()) || excusedTasks.contains(place.task());
    }

    /// Zones other than `planned` whose machine answered before and is now hit by `how`, in words.
    List<String> machines(String planned, Reach reach, Predicate<String> how) {
        return reach.machines().stream()
                .filter(machine -> machine.answered() && !planned.equals(machine.zone())
                        && !excusedZones.contains(machine.zone()) && how.test(machine.address()))
                .map(machine -> "machine of " + machine.zone()).toList();
    }
}
