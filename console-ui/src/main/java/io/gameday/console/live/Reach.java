package io.gameday.console.live;

import io.gameday.journal.Event;
import java.util.Set;
import java.util.TreeSet;

/// What all planned faults together reach, as computed before the first of them.
final class Reach {

    private final Set<String> zones = new TreeSet<>();
    private final Set<String> cells = new TreeSet<>();
    private final Set<String> tasks = new TreeSet<>();
    private boolean known;

    void accept(Event event) {
        if (event instanceof Event.FaultPlanned plan) {
            known = true;
            zones.addAll(plan.zones());
            cells.addAll(plan.cells());
            tasks.addAll(plan.tasks());
        }
    }

    boolean known() {
        return known;
    }

    int zones() {
        return zones.size();
    }

    int cells() {
        return cells.size();
    }

    int tasks() {
        return tasks.size();
    }
}
