package io.gameday.reference.policy;

import io.gameday.reference.policy.Action.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings a service to another revision while it serves: which tasks are stopped now, so that tasks of the wanted
/// revision are started in their place. A zone's slots are a hard limit, so it is stop before start.
///
/// - Tasks of another revision that serve nobody, because they start or are unhealthy, go first and all at once. When no
///   task is healthy the router sends to all that run, so then they go one at a time.
/// - A healthy one goes when every task is healthy and has been for 5 s, zone by zone: at most one is missing at a time. On
///   the way back to an earlier revision, which has proven itself, nothing is waited for once all are healthy.
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
    private @Nullable String wanted;
    private @Nullable String abandoned;
    private boolean underWay;
    private Why why = Why.DEPLOYMENT;
    private boolean stuck;
    private long progress;
    private boolean full;
    private long fullSince;
    private int owed;

    /// @param zones in their order
    Rollout(List<String> zones) {
        this.zones = zones;
    }

    /// Sets what is wanted. Until it is called nothing is replaced.
    ///
    /// @return whether it was something else before
    boolean wanted(String revision) {
        if (revision.equals(wanted)) {
            return false;
        }
        abandoned = underWay ? wanted : null;
        underWay = false;
        wanted = revision;
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
        String revision = wanted;
        if (revision == null) {
            return List.of();
        }
        List<Task> there = tasks.stream().filter(task -> task.state() != TaskState.ENDING).toList();
        List<Task> others = there.stream().filter(task -> !task.revision().equals(revision)).toList();
        look(there, desired, now);
        begin(revision, others, now, tell);
        if (!underWay) {
            return List.of();
        }
        if (others.isEmpty() && proven(now)) {
            underWay = false;
            owed = 0;
            tell.add(new Action.DeploymentCompleted(revision, why));
            return List.of();
        }
        List<Task> stops = choose(revision, tasks, others, avoided, now);
        owed += stops.size();
        if (!stops.isEmpty()) {
            progress = now;
            stuck = false;
        } else if (!stuck && now - progress >= PATIENCE.toNanos()) {
            stuck = true;
            tell.add(new Action.DeploymentStuck(revision, why));
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

    private void begin(String revision, List<Task> others, long now, List<Action> tell) {
        if (underWay || others.isEmpty() && abandoned == null) {
            return;
        }
        List<String> left = new ArrayList<>(others.stream().map(Task::revision).toList());
        Optional.ofNullable(abandoned).ifPresent(left::add);
        abandoned = null;
        why = left.stream().anyMatch(other -> RevisionName.number(other) > RevisionName.number(revision))
                ? Why.ROLLBACK
                : Why.DEPLOYMENT;
        underWay = true;
        progress = now;
        stuck = false;
        tell.add(new Action.DeploymentStarted(revision, why));
    }

    private List<Task> choose(String revision, List<Task> tasks, List<Task> others, Optional<String> avoided,
            long now) {
        List<Task> reachable = new ArrayList<>(others);
        reachable.removeIf(task -> why != Why.ROLLBACK && isIn(avoided, task));
        List<Task> useless = new ArrayList<>(reachable);
        useless.removeIf(task -> task.state() == TaskState.HEALTHY);
        if (useless.isEmpty()) {
            return proven(now) ? nextZone(reachable, avoided) : List.of();
        }
        if (tasks.stream().anyMatch(task -> task.state() == TaskState.HEALTHY)) {
            return useless;
        }
        boolean oneIsMissing = tasks.stream()
                .anyMatch(task -> task.state() == TaskState.ENDING || task.revision().equals(revision));
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
