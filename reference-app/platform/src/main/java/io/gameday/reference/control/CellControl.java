package io.gameday.reference.control;

import io.gameday.reference.control.HostState.HostTask;
import io.gameday.reference.control.HostState.Status;
import io.gameday.reference.event.Caller;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.Action;
import io.gameday.reference.policy.Action.Why;
import io.gameday.reference.policy.ServiceScheduler;
import io.gameday.reference.policy.Task;
import io.gameday.reference.policy.TaskState;
import io.gameday.reference.policy.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One cell's part of the control plane, its state its own: told what the host and the health checks say, it answers
/// with commands for the host and tells events. Does no I/O. Belongs to the loop.
///
/// ```
/// host's tasks ──► onTasks ──► ServiceScheduler ──► commands ──► host
/// health checks ──► checked          │
/// answers to starts ──► placed, refused, unanswered
///                                    └──► events
/// ```
public final class CellControl {

    /// A started task may be missing in a state that the host told before it started it.
    private static final long GRACE = Duration.ofSeconds(2).toNanos();
    /// Before a serving task is stopped the router is given time to hear that it gets no more requests: two of its polls.
    private static final long DRAIN = Duration.ofMillis(500).toNanos();
    /// For how long a task that is gone and not replaced goes on counting as a failed observation of its zone.
    private static final long MISSED = Duration.ofSeconds(15).toNanos();

    private final String cell;
    private final ServiceScheduler scheduler;
    private final ServiceEvents events;
    private final Map<String, KnownTask> tasks = new LinkedHashMap<>();
    private final Map<Integer, Pending> pending = new LinkedHashMap<>();
    private final Map<String, Lost> lost = new HashMap<>();
    private Map<String, Wanted> wanted = Map.of();
    private Set<String> outOfUse = Set.of();
    private final LogLosses losses;
    private boolean told;
    private boolean informed;
    private int keys;

    public CellControl(String cell, ServiceScheduler scheduler, EventLog log) {
        this.cell = cell;
        this.scheduler = scheduler;
        this.events = new ServiceEvents(cell, log);
        this.losses = new LogLosses(events);
    }

    /// A task that stopped without having been asked to. @param since ticks
    private record Lost(String zone, long since) {
    }

    /// A start that the host has not answered.
    private record Pending(Action.Start start, String revision) {
    }

    public String cell() {
        return cell;
    }

    /// What its tasks are to be, where zones differ several; empty before the host told it.
    String revision() {
        return wanted.values().stream().map(Wanted::start).distinct().sorted().collect(Collectors.joining(", "));
    }

    /// Sets the zones whose tasks get no requests, because a deployment to them failed and is taken back.
    public void outOfUse(Set<String> zones) {
        outOfUse = Set.copyOf(zones);
    }

    boolean inUse(String zone) {
        return !outOfUse.contains(zone);
    }

    /// Whether the host has told of this cell's tasks.
    boolean told() {
        return told;
    }

    /// Whether every task that ran at the beginning has been checked once: before that a serving task and one that
    /// never served cannot be told apart.
    public boolean informed() {
        informed |= told && tasks.values().stream().noneMatch(task -> task.running() && task.unchecked());
        return informed;
    }

    /// How many tasks run that were not asked to stop.
    int running() {
        return (int) tasks.values().stream().filter(task -> task.running() && !task.stopping()).count();
    }

    /// How many tasks are wanted.
    int desired() {
        return scheduler.desired();
    }

    /// Sets the desired count because the load wants it. @param why the numbers that decided it
    public void scaled(int count, String why) {
        scheduler.desired(count);
        events.scaling(count, why);
    }

    ServiceScheduler scheduler() {
        return scheduler;
    }

    public Collection<KnownTask> tasks() {
        return tasks.values();
    }

    /// Takes over what the host says about this cell's tasks, oldest first, and decides.
    ///
    /// @param wanted the revision that every task is to have
    public List<Command> onTasks(List<HostTask> now, String wanted, Optional<String> weighedAway, long ticks) {
        return onTasks(now, Wanted.everywhere(scheduler.zones(), wanted), weighedAway, ticks);
    }

    /// The same with what is wanted in each of its zones.
    public List<Command> onTasks(List<HostTask> now, Map<String, Wanted> byZone, Optional<String> weighedAway,
            long ticks) {
        now.forEach(task -> take(task, ticks));
        losses.look(now, ticks);
        Set<String> present = now.stream().map(HostTask::id).collect(Collectors.toSet());
        List<KnownTask> absent = tasks.values().stream().filter(task -> !present.contains(task.latest().id()))
                .filter(task -> task.stopped() || ticks - task.seen() > GRACE).toList();
        absent.forEach(task -> {
            if (!task.stopped()) {
                onStopped(task, "the host does not know it any more", ticks);
            }
            tasks.remove(task.latest().id());
        });
        told = true;
        wanted = byZone;
        if (informed()) {
            scheduler.revisions(byZone);
        }
        List<Command> commands = new ArrayList<>();
        scheduler.decide(view(), weighedAway, ticks).forEach(action -> commands.addAll(act(action, ticks)));
        tasks.values().stream().filter(task -> task.sendStop(ticks))
                .forEach(task -> commands.add(new Command.Stop(task.latest().id())));
        return commands;
    }

    private void take(HostTask task, long ticks) {
        KnownTask known = tasks.get(task.id());
        if (known == null) {
            known = new KnownTask(task, ticks);
            tasks.put(task.id(), known);
            // What had stopped before this control plane began was an earlier one's to tell.
            if (known.stopped() && told) {
                onStopped(known, task.stoppedReason(), ticks);
            }
            return;
        }
        boolean stops = !known.stopped() && task.status() == Status.STOPPED;
        known.latest(task, ticks);
        if (stops) {
            onStopped(known, task.stoppedReason(), ticks);
        }
    }

    private void onStopped(KnownTask task, @Nullable String reason, long ticks) {
        if (task.stopping()) {
            return;
        }
        lost.put(task.latest().id(), new Lost(task.latest().zone(), ticks));
        events.stopped(task.latest(), reason);
        if (task.neverHealthy()) {
            scheduler.startFailed(ticks);
            if (scheduler.failures() > 1) {
                events.cannotStart();
            }
        }
    }

    private List<Task> view() {
        List<Task> view = new ArrayList<>();
        tasks.values().stream().filter(task -> !task.stopped()).forEach(task -> view.add(new Task(task.latest().id(),
                task.latest().zone(), task.stopping() ? TaskState.ENDING : task.state(), task.latest().revision())));
        // Whatever was ordered, it cannot be stopped before the host has given it a name.
        pending.forEach((key, ordered) -> view.add(
                new Task("start-" + key, ordered.start.zone(), TaskState.STARTING, startIn(ordered.start.zone()))));
        return view;
    }

    private String startIn(String zone) {
        return Objects.requireNonNull(wanted.get(zone)).start();
    }

    private List<Command> act(Action action, long ticks) {
        return switch (action) {
            case Action.Start start -> {
                String revision = startIn(start.zone());
                pending.put(++keys, new Pending(start, revision));
                yield List.of(new Command.Start(keys, cell, start.zone(), revision));
            }
            case Action.Stop(Task task, Why why) -> {
                tasks.get(task.id()).stop(task.state() == TaskState.HEALTHY ? ticks + DRAIN : ticks);
                events.stops(task, why);
                yield List.of();
            }
            // Each zone that refused has been told already, with the host's own reason.
            case Action.Unplaceable u -> List.of();
            case Action.SteadyStateReached s -> {
                events.steadyState();
                yield List.of();
            }
            case Action.RebalancingStarted(Map<String, Integer> spread) -> {
                events.rebalancing(spread, true);
                yield List.of();
            }
            case Action.RebalancingCompleted(Map<String, Integer> spread) -> {
                events.rebalancing(spread, false);
                yield List.of();
            }
            case Action.RebalancingStopped r -> {
                events.rebalancingStopped();
                yield List.of();
            }
            case Action.DeploymentStarted(String to, Why why) -> {
                events.deployment(why, to, "deployment in progress.");
                yield List.of();
            }
            case Action.DeploymentCompleted(String to, Why why) -> {
                events.deployment(why, to, "deployment completed.");
                yield List.of();
            }
            case Action.DeploymentImpossible i -> {
                events.impossible();
                yield List.of();
            }
            case Action.DeploymentStuck(String to, Why why) -> {
                events.deployment(why, to, "deployment is stuck: tasks failed to become healthy.");
                yield List.of();
            }
        };
    }

    /// The host started the task of this command.
    public void placed(int key, String id, int slots, long ticks) {
        Pending ordered = pending.remove(key);
        if (ordered == null) {
            return;
        }
        Action.Start start = ordered.start;
        tasks.putIfAbsent(id, new KnownTask(
                new HostTask(id, cell, start.zone(), Status.STARTING, null, null, slots, ordered.revision, null),
                ticks));
        events.started(id, start.zone(), start.why());
    }

    /// The host did not take it.
    public void refused(int key, String reason) {
        Pending ordered = pending.remove(key);
        if (ordered != null) {
            scheduler.refused(ordered.start.zone());
            events.notPlaced(ordered.start.zone(), reason);
        }
    }

    /// Nobody knows whether the host took it; its next state will tell. Nothing is started before it can.
    void unanswered(int key, String why, long ticks) {
        Pending ordered = pending.remove(key);
        if (ordered != null) {
            scheduler.startFailed(ticks);
            events.notPlaced(ordered.start.zone(), why);
        }
    }

    /// A stop that the host did not confirm is asked for again.
    void notStopped(String id) {
        KnownTask task = tasks.get(id);
        if (task != null) {
            task.resume();
        }
    }

    /// A health check ended.
    public void checked(String id, boolean pass, long ticks) {
        KnownTask task = tasks.get(id);
        if (task == null) {
            return;
        }
        TaskState before = task.state();
        task.checked(pass, ticks);
        if (before != TaskState.UNHEALTHY && task.state() == TaskState.UNHEALTHY && !task.stopped()) {
            events.unhealthy(task.latest());
        }
    }

    /// Notes tasks that are missed in their zones, until another one is healthy there or 15 s have passed: that
    /// bookkeeping is quick must not make a dead zone look like a quiet one.
    ///
    /// @param weighedAway has been found already; there, what was lost does not tell whether it is well again
    public void noteMissed(Observations observations, Optional<String> weighedAway, long ticks) {
        lost.values().removeIf(gone -> ticks - gone.since() > MISSED || tasks.values().stream()
                .anyMatch(task -> task.latest().zone().equals(gone.zone()) && task.healthyAfter(gone.since())));
        lost.forEach((id, gone) -> {
            if (!weighedAway.equals(Optional.of(gone.zone()))) {
                observations.note(gone.zone(), id, true);
            }
        });
    }

    /// Sets the desired count.
    ///
    /// @throws IllegalArgumentException when it is out of range
    public void scale(int count, Caller caller) {
        scheduler.desired(count);
        events.scaled(caller, count);
    }
}
