package io.gameday.console.live;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.target.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which task was last seen to end at each place, and when that was seen.
final class TaskLog {

    /// @param seen when the journal first showed it as ended, or showed it no more
    record Ended(String id, Instant seen) {
    }

    private final Map<String, Ended> byPlace = new HashMap<>();
    private final Map<String, Task> running = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private boolean known;

    void accept(Entry entry) {
        if (!(entry.event() instanceof Event.TasksChanged change)) {
            return;
        }
        known = true;
        Map<String, Task> now = new HashMap<>();
        for (Task task : change.tasks()) {
            if (task.state() == Task.State.STOPPED) {
                end(task, entry.at());
            } else {
                now.put(task.id(), task);
            }
        }
        running.values().stream().filter(task -> !now.containsKey(task.id())).forEach(task -> end(task, entry.at()));
        running.clear();
        running.putAll(now);
    }

    private void end(Task task, Instant at) {
        if (ended.add(task.id())) {
            byPlace.put(place(task.cell(), task.zone()), new Ended(task.id(), at));
        }
    }

    /// False until the tasks were told for the first time: nothing is known then, which is not "no task".
    boolean known() {
        return known;
    }

    @Nullable
    Ended lastEnded(String cell, String zone) {
        return byPlace.get(place(cell, zone));
    }

    private static String place(String cell, String zone) {
        return cell + " " + zone;
    }
}
