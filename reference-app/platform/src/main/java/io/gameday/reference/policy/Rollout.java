package io.gameday.reference.policy;

import io.gameday.reference.policy.Action.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Brings a service to another revision while it serves: which tasks are stopped now, so that tasks of the wanted
/// revision are started in their place. A zone's slots are a hard limit, so it is stop before start.
///
/// - Tasks of another revision that serve nobody, because they start or are unhealthy, go first and all at once. When no
///   task is healthy the router sends to all that run, so then they go one at a time.
/// - A healthy one goes when every task is healthy and has been for 5 s, zone by zone: at most one is missing at a time. On
///   the way back to an earlier revision, which has proven itself, nothing is waited for once all are healthy. Never
///   more than [RollingLimits] allow.
/// - When nothing could be replaced for 30 s it is stuck: it tells so and goes on waiting.
///
/// A deployment leaves the weighed-away zone alone. A roll-back comes to it last, since the revision that is taken back may
/// be what makes the zone look impaired. Not for use by several threads.
final class Rollout {

    /// For how long a new task has to be healthy before the next one is replaced.
    static final Duration PROVEN = Duration.ofSeconds(5);
    /// Without a replacement for so long it is stuck.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> zones;
    private final IntFunction<RollingLimits> limits;
    private Map<String, Wanted> wanted = Map.of();
    private List<String> abandoned = List.of();
    /// What the newest change was to.
    private String aim = "";
    private boolean underWay;
    private Why why = Why.DEPLOYMENT;
    private boolean stuck;
    private long progress;
    private boolean full;
    private long fullSince;
    private int owed;

    /// @param zones  in their order
    /// @param limits by the desired count
    Rollout(List<String> zones, IntFunction<RollingLimits> limits) {
        this.zones = zones;
        this.limits = limits;
    }

    /// Sets what is wanted in each zone. Until it is called nothing is replaced.
    ///
    /// @return whether it was something else before
    boolean wanted(Map<String, Wanted> byZone) {
        if (byZone.equals(wanted)) {
            return false;
        }
        Map<String, Wanted> before = wanted;
        zones.stream().filter(zone -> !byZone.get(zone).equals(before.get(zone))).findFirst()
                .ifPresent(zone -> aim = byZone.get(zone).start());
        abandoned = underWay
                ? zones.stream().map(zone -> before.get(zone).start()).distinct()
                        .filter(start -> RevisionName.newer(start, aim)).toList()
                : List.of();
        underWay = false;
        wanted = Map.copyOf(byZone);
        return true;
    }

    boolean underWay() {
        return underWay;
    }

    /// Why tasks are stopped.
    Why why() {
        return why;
    }

    /// Whether the next start takes the place of a task that was stopped for its revision. Counts it off.
    boolean startsInPlace() {
        if (owed == 0) {
            return false;
        }
        owed--;
        return true;
    }

    /// Decides on what is there now.
    ///
    /// @param tell gets what is to be told
    /// @return the tasks to stop, which must be ENDING from then on
    List<Task> stops(List<Task> tasks, int desired, Optional<String> avoided, long now, List<Action> tell) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Task> there = tasks.stream().filter(task -> task.state() != TaskState.ENDING).toList();
        List<Task> others = there.stream().filter(task -> !accepted(task)).toList();
        look(there, desired, now);
        begin(others, desired, now, tell);
        if (!underWay) {
            return List.of();
        }
        if (others.isEmpty() && proven(now)) {
            underWay = false;
            owed = 0;
            tell.add(new Action.DeploymentCompleted(aim, why));
            return List.of();
        }
        List<Task> stops = choose(tasks, others, desired, avoided, now);
        owed += stops.size();
        if (!stops.isEmpty()) {
            progress = now;
            stuck = false;
        } else if (!stuck && now - progress >= PATIENCE.toNanos()) {
            stuck = true;
            tell.add(new Action.DeploymentStuck(aim, why));
        }
        return stops;
    }

    private void look(List<Task> there, int desired, long now) {
        boolean before = full;
        full = there.size() == desired && there.stream().allMatch(task -> task.state() == TaskState.HEALTHY);
        if (full && !before) {
            fullSince = now;
        }
    }

    private boolean proven(long now) {
        return full && (why == Why.ROLLBACK || now - fullSince >= PROVEN.toNanos());
    }

    /// Where the wanted revision is not known, as of a zone that is no more the service's, a task stays as it is.
    private boolean accepted(Task task) {
        Wanted there = wanted.get(task.zone());
        return there == null || there.accepted().contains(task.revision());
    }

    private void begin(List<Task> others, int desired, long now, List<Action> tell) {
        if (underWay || others.isEmpty() && abandoned.isEmpty()) {
            return;
        }
        others.stream().map(Task::zone).min(Comparator.comparing(zones::indexOf))
                .ifPresent(zone -> aim = wanted.get(zone).start());
        List<String> left = new ArrayList<>(others.stream().map(Task::revision).toList());
        left.addAll(abandoned);
        abandoned = List.of();
        why = left.stream().anyMatch(other -> RevisionName.newer(other, aim)) ? Why.ROLLBACK : Why.DEPLOYMENT;
        underWay = true;
        progress = now;
        stuck = false;
        tell.add(new Action.DeploymentStarted(aim, why));
        if (!others.isEmpty() && limits.apply(desired).stuck()) {
            tell.add(new Action.DeploymentImpossible());
        }
    }

    private List<Task> choose(List<Task> tasks, List<Task> others, int desired, Optional<String> avoided, long now) {
        List<Task> reachable = new ArrayList<>(others);
        reachable.removeIf(task -> why != Why.ROLLBACK && isIn(avoided, task));
        List<Task> useless = new ArrayList<>(reachable);
        useless.removeIf(task -> task.state() == TaskState.HEALTHY);
        long healthy = tasks.stream().filter(task -> task.state() == TaskState.HEALTHY).count();
        if (useless.isEmpty()) {
            boolean may = proven(now) && limits.apply(desired).mayStop((int) healthy) > 0;
            return may ? nextZone(reachable, avoided) : List.of();
        }
        if (healthy > 0) {
            return useless;
        }
        boolean oneIsMissing = tasks.stream()
                .anyMatch(task -> task.state() == TaskState.ENDING || task.revision().equals(aim));
        useless.sort((a, b) -> Boolean.compare(b.state() == TaskState.UNHEALTHY, a.state() == TaskState.UNHEALTHY));
        return oneIsMissing ? List.of() : List.of(useless.getFirst());
    }

    private List<Task> nextZone(List<Task> reachable, Optional<String> avoided) {
        List<Task> inOrder = new ArrayList<>(reachable);
        inOrder.sort(Comparator.comparing((Task task) -> isIn(avoided, task))
                .thenComparing(task -> zones.indexOf(task.zone())));
        return inOrder.stream().limit(1).toList();
    }

    private static boolean isIn(Optional<String> zone, Task task) {
        return zone.equals(Optional.of(task.zone()));
    }
}
