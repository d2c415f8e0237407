package io.gameday.reference.control;

import io.gameday.experiment.Experiment.Scaling;
import io.gameday.observability.Layout;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.policy.TargetTracking;
import io.gameday.reference.policy.TargetTracking.Decision;
import io.gameday.reference.policy.TaskState;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/// Has each cell's number of tasks follow its load, by how many requests the router has under way at them: at most its
/// slots count of each, since what is beyond waits or is refused. Belongs to the loop.
public final class CellScaling {

    private final Map<String, TargetTracking> rules = new LinkedHashMap<>();
    private Map<String, Attempts> before = Map.of();
    private long lookedAt;

    public CellScaling(Scaling rule, Layout layout) {
        layout.places()
                .forEach((cell, zones) -> rules.put(cell,
                        new TargetTracking(
                                new TargetTracking.Rule(rule.targetPercent(), rule.warmUp(), rule.coolDown()),
                                zones.size(), rule.most() * zones.size())));
    }

    /// Closes one second.
    ///
    /// @param now   the router's counts, by instance; empty when it did not answer
    /// @param cells that may be scaled
    /// @param ticks nanoseconds
    /// @param then  told which cell wants how many tasks, and why
    public void second(Map<String, Attempts> now, Collection<CellControl> cells, long ticks,
            BiConsumer<CellControl, Decision> then) {
        double nanos = ticks - lookedAt;
        Map<String, Attempts> old = before;
        before = new HashMap<>(now);
        lookedAt = ticks;
        cells.forEach(cell -> {
            OptionalDouble used = now.isEmpty() || old.isEmpty() || nanos <= 0
                    ? OptionalDouble.empty()
                    : used(cell, old, now, nanos);
            TargetTracking rule = rules.get(cell.cell());
            if (rule != null) {
                rule.second(used, cell.desired(), ticks).ifPresent(decision -> then.accept(cell, decision));
            }
        });
    }

    /// Of the tasks that serve. One that is new to the router had nothing to do so far.
    private static OptionalDouble used(CellControl cell, Map<String, Attempts> old, Map<String, Attempts> now,
            double nanos) {
        List<KnownTask> serving = cell.tasks().stream()
                .filter(task -> task.running() && !task.stopping() && task.state() != TaskState.STARTING).toList();
        int slots = serving.stream().mapToInt(task -> task.latest().slots()).sum();
        double busy = serving.stream().mapToDouble(task -> {
            Attempts counts = now.get(task.latest().id());
            Attempts earlier = old.get(task.latest().id());
            double grown = counts == null ? 0 : counts.busyNanos() - (earlier == null ? 0 : earlier.busyNanos());
            return Math.clamp(grown / nanos, 0, task.latest().slots());
        }).sum();
        return slots == 0 ? OptionalDouble.empty() : OptionalDouble.of(busy / slots);
    }
}
