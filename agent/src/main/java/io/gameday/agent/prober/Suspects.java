package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What must not have been hit: everything outside the reach that answered before the injection, but for what another
/// fault of ours may have hit.
///
/// @param excusedZones zones that other faults of ours may have taken
/// @param excusedTasks tasks that other faults of ours may have taken
public record Suspects(Set<String> excusedZones, Set<String> excusedTasks) {

    /// No other fault is about.
    public static final Suspects NONE_EXCUSED = new Suspects(Set.of(), Set.of());

    /// Zones other than `planned` whose machine answered before and now refuses, in words.
    List<String> machines(Set<String> planned, Reach reach, Look look) {
        List<String> hit = new ArrayList<>();
        for (Reach.Machine machine : reach.machines()) {
            if (machine.answered() && !planned.contains(machine.zone()) && !excusedZones.contains(machine.zone())
                    && look.refuses(machine.address())) {
                hit.add("machine of " + machine.zone());
            }
        }
        return hit;
    }

    /// Tasks out of reach that answered before and now refuse, in words.
    List<String> tasks(Reach reach, Look look) {
        List<String> hit = new ArrayList<>();
        for (Reach.Place place : reach.places()) {
            if (place.answered() && !place.planned() && !excusedZones.contains(place.zone())
                    && !excusedTasks.contains(place.task()) && look.refuses(place.address())) {
                hit.add(place.task() + " in " + place.zone());
            }
        }
        return hit;
    }
}
