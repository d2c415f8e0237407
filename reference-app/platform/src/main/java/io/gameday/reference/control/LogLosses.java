package io.gameday.reference.control;

import io.gameday.reference.control.HostState.HostTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells of tasks that lose log lines, which nobody else would notice: when one begins to, and how many they were once it
/// has lost none for a while or has stopped. What was lost before this control plane began was an earlier one's to tell.
final class LogLosses {

    /// Without a loss, after which it counts as over.
    private static final long QUIET = Duration.ofSeconds(3).toNanos();

    private final ServiceEvents events;
    private final Map<String, Seen> seen = new HashMap<>();
    private boolean begun;

    LogLosses(ServiceEvents events) {
        this.events = events;
    }

    /// @param lines lost in all when it last lost some
    /// @param told  lost in all when that was last told
    /// @param at    ticks of the last loss
    private record Seen(long lines, long told, long at) {
    }

    /// @param now   the cell's tasks
    /// @param ticks in nanoseconds
    void look(List<HostTask> now, long ticks) {
        now.forEach(task -> look(task, ticks));
        seen.keySet().retainAll(now.stream().map(HostTask::id).toList());
        begun = true;
    }

    private void look(HostTask task, long ticks) {
        long before = begun ? 0 : task.lostLines();
        Seen last = seen.computeIfAbsent(task.id(), id -> new Seen(before, before, ticks));
        boolean more = task.lostLines() > last.lines;
        if (more && last.lines == last.told) {
            events.losesLines(task);
        }
        Seen next = more ? new Seen(task.lostLines(), last.told, ticks) : last;
        boolean over = task.status() == HostState.Status.STOPPED || ticks - next.at >= QUIET;
        if (next.lines > next.told && over) {
            events.lostLines(task, next.lines - next.told);
            next = new Seen(next.lines, next.lines, next.at);
        }
        seen.put(task.id(), next);
    }
}
