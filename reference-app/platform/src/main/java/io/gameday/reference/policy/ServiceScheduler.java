package io.gameday.reference.policy;

import io.gameday.reference.policy.Action.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Keeps one service (one cell's tasks) at its desired count, as ECS's service scheduler does, one decision at a time.
///
/// - Too few tasks that are healthy or on their way: start one where [Placement] says. When no zone takes it, wait
///   1, 2, 4, then 8 s; a change of the weighed-away zone ends the wait, since the answer may be another one now.
/// - Unhealthy tasks: the replacement is started first and the unhealthy one stopped once enough are healthy. Where no
///   zone has room for that, the unhealthy one is stopped to make room, as long as another task is healthy.
/// - Too many healthy ones: stop one in the zone with the most.
/// - Another revision is wanted: [Rollout], which stops tasks whose places are then filled with those of that revision.
/// - All healthy and uneven: [Rebalancing], one task at a time.
/// - A zone is left by its revision: its tasks are stopped while another zone has a healthy one, and the desired count is
///   that of the other zones.
///
/// No start is asked for where the process of a task that was asked to stop still holds its slots.
///
/// Not for use by several threads.
public final class ServiceScheduler {

    private final List<String> zones;
    private final boolean rebalancingOn;
    private final Rollout rollout;
    /// The zones that are not left.
    private List<String> open;
    private final Set<String> refused = new HashSet<>();
    private int desired;
    private StartThrottle throttle = StartThrottle.OPEN;
    private Optional<String> avoided = Optional.empty();
    private boolean rebalancing;
    private boolean steady;
    private boolean settled;
    private boolean decided;
    private int healthyBefore;

    /// @param zones       in their order
    /// @param desired     tasks wanted; 0 or more. The platform's own: zones × tasks per zone
    /// @param rebalancing whether an uneven spread is evened out
    public ServiceScheduler(List<String> zones, int desired, boolean rebalancing) {
        this(zones, desired, rebalancing, RollingLimits::usual);
    }

    /// @param limits of a deployment, by the desired count
    ServiceScheduler(List<String> zones, int desired, boolean rebalancing, IntFunction<RollingLimits> limits) {
        this.zones = List.copyOf(zones);
        open = this.zones;
        this.rebalancingOn = rebalancing;
        rollout = new Rollout(this.zones, limits);
        desired(desired);
    }

    /// In their order.
    public List<String> zones() {
        return zones;
    }

    public int desired() {
        return desired;
    }

    /// Sets the desired count. @param count 0 to 100
    public void desired(int count) {
        if (count < 0 || count > 100) {
            throw new IllegalArgumentException("count is " + count + "; allowed: 0 to 100");
        }
        settled &= count <= desired;
        steady &= count == desired;
        desired = count;
        throttle = StartThrottle.OPEN;
    }

    /// Sets the revision that every task is to have. Until this is called tasks stay as they are. That another one failed
    /// to start says nothing about this one.
    public void revision(String wanted) {
        revisions(Wanted.everywhere(zones, wanted));
    }

    /// Sets it for each zone of its own. @param wanted every zone must be in it
    public void revisions(Map<String, Wanted> wanted) {
        if (rollout.wanted(wanted)) {
            throttle = StartThrottle.OPEN;
            open = zones.stream().filter(zone -> !RevisionName.leaves(wanted.get(zone).start(), zone)).toList();
        }
    }

    /// The host did not take a task in this zone; another one is asked with the next decision.
    public void refused(String zone) {
        refused.add(zone);
    }

    /// A task stopped before it was ever healthy. @param now ticks in nanoseconds
    public void startFailed(long now) {
        throttle = throttle.failed(now);
    }

    /// How many starts in a row have failed, placements included.
    public int failures() {
        return throttle.failures();
    }

    /// Decides on what is there now. Every start that was asked for must be among `tasks`, as STARTING, until it
    /// stopped or was refused; every task that was asked to stop must be ENDING.
    ///
    /// @param tasks       oldest first
    /// @param weighedAway the zone that new tasks are kept away from
    /// @param now         ticks in nanoseconds
    public List<Action> decide(List<Task> tasks, Optional<String> weighedAway, long now) {
        List<Action> actions = new ArrayList<>();
        List<Task> staying = leave(tasks, actions);
        View view = View.of(staying);
        int count = Math.ceilDiv(desired * open.size(), zones.size());
        // Tasks that are there at the first decision are an earlier control plane's: what is missing was lost since.
        settled |= !tasks.isEmpty() && (!decided || view.active.size() >= count);
        decided = true;
        avoid(weighedAway, actions);
        if (view.healthy.size() > healthyBefore) {
            throttle = StartThrottle.OPEN;
        }
        healthyBefore = view.healthy.size();
        List<Task> stops = rollout.stops(staying, count, avoided, now, actions);
        if (rollout.underWay()) {
            steady = false;
            stopRebalancing(actions);
        }
        if (!stops.isEmpty()) {
            stops.forEach(task -> actions.add(new Action.Stop(task, rollout.why())));
        } else if (view.active.size() < count) {
            steady = false;
            fill(view, count, now, actions);
        } else if (!view.unhealthy.isEmpty()) {
            steady = false;
            if (view.healthy.size() >= count) {
                actions.add(new Action.Stop(view.unhealthy.getFirst(), Why.REPLACEMENT));
            }
        } else if (view.healthy.size() > count) {
            steady = false;
            reduce(view, actions);
        } else if (view.healthy.size() == count && view.active.size() == count && !rollout.underWay()) {
            settle(actions);
            rebalance(view, now, actions);
        }
        return actions;
    }

    /// @return the tasks of the zones that are not left
    private List<Task> leave(List<Task> tasks, List<Action> actions) {
        List<Task> staying = tasks.stream().filter(task -> !left(task)).toList();
        boolean served = staying.stream().anyMatch(task -> task.state() == TaskState.HEALTHY);
        tasks.stream().filter(this::left)
                .filter(task -> task.state() != TaskState.ENDING && (served || task.state() != TaskState.HEALTHY))
                .forEach(task -> actions.add(new Action.Stop(task, Why.DEPLOYMENT)));
        return staying;
    }

    private boolean left(Task task) {
        return zones.contains(task.zone()) && !open.contains(task.zone());
    }

    private void avoid(Optional<String> weighedAway, List<Action> actions) {
        if (weighedAway.equals(avoided)) {
            return;
        }
        avoided = weighedAway;
        throttle = StartThrottle.OPEN;
        refused.clear();
        if (weighedAway.isPresent()) {
            stopRebalancing(actions);
        }
    }

    private void stopRebalancing(List<Action> actions) {
        if (rebalancing) {
            rebalancing = false;
            actions.add(new Action.RebalancingStopped());
        }
    }

    private void fill(View view, int count, long now, List<Action> actions) {
        if (!throttle.mayStart(now)) {
            return;
        }
        Map<String, Integer> counts = Placement.perZone(open, view.active);
        for (int missing = count - view.active.size(); missing > 0; missing--) {
            switch (Placement.place(open, avoided, refused, counts)) {
                case Placement.Place(String zone) -> {
                    counts.merge(zone, 1, Integer::sum);
                    // Its place is kept for it.
                    if (!view.endingZones.contains(zone)) {
                        actions.add(new Action.Start(zone, whyStarted()));
                    }
                }
                case Placement.Refused(String reason) -> {
                    unplaceable(reason, now, actions);
                    makeRoom(view, actions);
                    return;
                }
            }
        }
    }

    private Why whyStarted() {
        return rollout.startsInPlace() ? rollout.why() : settled ? Why.REPLACEMENT : Why.SCALE_OUT;
    }

    private void unplaceable(String reason, long now, List<Action> actions) {
        refused.clear();
        throttle = throttle.failed(now);
        actions.add(new Action.Unplaceable(reason));
    }

    /// Not in the zone that is avoided: nothing would be started in the room made there.
    private void makeRoom(View view, List<Action> actions) {
        if (!view.healthy.isEmpty()) {
            view.unhealthy.stream().filter(task -> !avoided.equals(Optional.of(task.zone()))).findFirst()
                    .ifPresent(task -> {
                        actions.add(new Action.Stop(task, Why.REPLACEMENT));
                        throttle = StartThrottle.OPEN;
                    });
        }
    }

    private void reduce(View view, List<Action> actions) {
        Placement.most(open, Placement.perZone(open, view.healthy)).ifPresent(zone -> {
            Task newest = view.healthy.stream().filter(task -> task.zone().equals(zone)).toList().getLast();
            actions.add(new Action.Stop(newest, rebalancing ? Why.REBALANCING : Why.SCALE_IN));
        });
    }

    private void settle(List<Action> actions) {
        settled = true;
        if (!steady) {
            steady = true;
            actions.add(new Action.SteadyStateReached());
        }
    }

    private void rebalance(View view, long now, List<Action> actions) {
        Map<String, Integer> counts = Placement.perZone(open, view.healthy);
        Optional<String> zone = Rebalancing.next(open, counts);
        if (zone.isEmpty()) {
            if (rebalancing) {
                rebalancing = false;
                actions.add(new Action.RebalancingCompleted(counts));
            }
            refused.clear();
            return;
        }
        if (!rebalancingOn || avoided.isPresent() || !throttle.mayStart(now)) {
            return;
        }
        if (refused.contains(zone.get())) {
            unplaceable("the zone with the fewest tasks, " + zone.get() + ", refused", now, actions);
            return;
        }
        if (!rebalancing) {
            rebalancing = true;
            actions.add(new Action.RebalancingStarted(counts));
        }
        steady = false;
        actions.add(new Action.Start(zone.get(), Why.REBALANCING));
    }

    /// @param active      healthy or on their way: what counts towards the desired count
    /// @param endingZones where a process still has to end
    private record View(List<Task> healthy, List<Task> unhealthy, List<Task> active, Set<String> endingZones) {

        static View of(List<Task> tasks) {
            return new View(in(tasks, TaskState.HEALTHY), in(tasks, TaskState.UNHEALTHY),
                    in(tasks, TaskState.HEALTHY, TaskState.STARTING),
                    in(tasks, TaskState.ENDING).stream().map(Task::zone).collect(Collectors.toSet()));
        }

        private static List<Task> in(List<Task> tasks, TaskState... states) {
            return tasks.stream().filter(task -> List.of(states).contains(task.state())).toList();
        }
    }
}
