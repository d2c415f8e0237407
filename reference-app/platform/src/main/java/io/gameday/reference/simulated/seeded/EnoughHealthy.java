package io.gameday.reference.simulated.seeded;

import io.gameday.reference.policy.RollingLimits;
import io.gameday.target.Automation.Action;
import io.gameday.target.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whatever a rebalance or a rollout stops, enough healthy tasks are left. A rebalance leaves as many as are wanted, since
/// it starts before it stops; a rollout leaves its minimum.
final class EnoughHealthy implements Invariant {

    private final By by;
    private final Map<String, Integer> desired = new HashMap<>();
    private Set<Task> healthy = Set.of();

    EnoughHealthy(By by) {
        this.by = by;
    }

    /// What stops tasks.
    enum By {
        REBALANCE("rebalancing"), ROLLOUT("deployment", "deployment-rollback");

        private final Set<String> actions;

        By(String... actions) {
            this.actions = Set.of(actions);
        }

        private int least(int wanted) {
            return this == REBALANCE ? wanted : RollingLimits.usual(wanted).lower();
        }
    }

    @Override
    public String name() {
        return "never fewer healthy tasks than the minimum because of a " + by.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> broken(Look look) {
        Set<Task> now = look.tasks().stream().filter(task -> task.state() == Task.State.HEALTHY)
                .collect(Collectors.toSet());
        // What a fault took in the same second is not the doing of what is looked at.
        Set<Task> either = new HashSet<>(healthy);
        either.removeIf(task -> look.unwatched().contains(task.cell()));
        either.addAll(now);
        Map<String, Integer> wanted = new HashMap<>(look.desired());
        wanted.replaceAll((cell, count) -> Math.min(count, desired.getOrDefault(cell, count)));
        healthy = now;
        desired.putAll(look.desired());
        for (Action action : look.actions()) {
            // One that failed its checks just before is not missed.
            if (action.name().equals("unhealthy-task")) {
                either.removeIf(task -> words(action).contains(task.id()));
            }
            Optional<String> broken = broken(action, either, wanted);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private static Set<String> words(Action action) {
        return Set.copyOf(List.of(action.text().split("[^\\w-]+")));
    }

    private Optional<String> broken(Action action, Set<Task> either, Map<String, Integer> wanted) {
        if (!by.actions.contains(action.name()) || !action.text().contains("has stopped")) {
            return Optional.empty();
        }
        Set<String> words = words(action);
        // One that was not healthy is not missed.
        Optional<Task> stopped = either.stream().filter(task -> words.contains(task.id())).findAny();
        return stopped.flatMap(task -> {
            long left = either.stream()
                    .filter(other -> other.cell().equals(task.cell()) && !other.id().equals(task.id())).map(Task::id)
                    .distinct().count();
            int least = by.least(wanted.getOrDefault(task.cell(), 0));
            return left >= least
                    ? Optional.empty()
                    : Optional.of(action.text() + " leaves " + left + " healthy in " + task.cell() + "; at least "
                            + least + " are to be");
        });
    }
}
