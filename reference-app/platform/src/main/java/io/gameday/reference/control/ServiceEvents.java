package io.gameday.reference.control;

import io.gameday.observability.Scope;
import io.gameday.reference.control.HostState.HostTask;
import io.gameday.reference.event.Caller;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.Action.Why;
import io.gameday.reference.policy.Task;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The service events of one cell, in the wording of Amazon ECS (developer guide, "Service action events" and "Track
/// Availability Zone rebalancing").
final class ServiceEvents {

    private final String cell;
    private final String service;
    private final EventLog log;

    ServiceEvents(String cell, EventLog log) {
        this.cell = cell;
        this.service = "(service orders-" + cell + ")";
        this.log = log;
    }

    void started(String id, String zone, Why why) {
        switch (why) {
            case REPLACEMENT -> add(EventLog.REPLACEMENT, zone, "has started 1 tasks: (task " + id + ").");
            case REBALANCING -> add(EventLog.REBALANCING, zone,
                    "has started 1 tasks in " + zone + " to AZ Rebalance: (task " + id + ").");
            case DEPLOYMENT, ROLLBACK -> add(name(why), zone, "has started 1 tasks: (task " + id + ").");
            case SCALE_OUT, SCALE_IN -> {
                // Told once for all of them: by the steady state they lead to, and by the scale event before.
            }
        }
    }

    void stops(Task task, Why why) {
        String text = "has stopped 1 running tasks: (task " + task.id() + ").";
        switch (why) {
            case REPLACEMENT -> add(EventLog.REPLACEMENT, task.zone(), text);
            case REBALANCING -> add(EventLog.REBALANCING, task.zone(), "has stopped 1 running tasks in " + task.zone()
                    + " due to AZ rebalancing: (task " + task.id() + ").");
            case DEPLOYMENT, ROLLBACK -> add(name(why), task.zone(), text);
            case SCALE_OUT, SCALE_IN -> add(EventLog.SCALE, task.zone(), text);
        }
    }

    void stopped(HostTask task, @Nullable String reason) {
        add(EventLog.UNHEALTHY_TASK, task.zone(), "(task " + task.id() + ") stopped in " + task.zone()
                + (reason == null || reason.isBlank() ? "." : ": " + reason));
    }

    void unhealthy(HostTask task) {
        add(EventLog.UNHEALTHY_TASK, task.zone(),
                "(task " + task.id() + ") in " + task.zone() + " failed container health checks.");
    }

    void cannotStart() {
        add(EventLog.START_IMPAIRED, "is unable to consistently start tasks successfully.");
    }

    void losesLines(HostTask task) {
        add(EventLog.LOG_LOSS, task.zone(), "(task " + task.id() + ") in " + task.zone()
                + " loses log lines: its buffer is full and the log sink takes none.");
    }

    void lostLines(HostTask task, long lines) {
        add(EventLog.LOG_LOSS, task.zone(),
                "(task " + task.id() + ") in " + task.zone() + " has lost " + lines + " log lines.");
    }

    void notPlaced(String zone, String reason) {
        add(EventLog.PLACEMENT_FAILURE, zone, "was unable to place a task in " + zone
                + " because no container instance met all of its requirements. Reason: " + reason);
    }

    void steadyState() {
        add(EventLog.STEADY_STATE, "has reached a steady state.");
    }

    void rebalancing(Map<String, Integer> tasks, boolean begins) {
        String spread = tasks.entrySet().stream().map(zone -> zone.getValue() + " tasks in " + zone.getKey())
                .collect(Collectors.joining(", "));
        add(EventLog.REBALANCING,
                begins
                        ? "is not AZ balanced with " + spread + ". AZ Rebalancing in progress."
                        : "is AZ balanced with " + spread + ".");
    }

    void deployment(Why why, String revision, String text) {
        add(name(why), "(deployment " + revision + ") " + text);
    }

    /// In ECS's words.
    void impossible() {
        add(EventLog.DEPLOYMENT,
                "was unable to stop or start tasks during a deployment because of the service deployment configuration. "
                        + "Update the minimumHealthyPercent or maximumPercent value and try again.");
    }

    private static String name(Why why) {
        return why == Why.ROLLBACK ? EventLog.DEPLOYMENT_ROLLBACK : EventLog.DEPLOYMENT;
    }

    void rebalancingStopped() {
        add(EventLog.REBALANCING, "stopped AZ Rebalancing.");
    }

    /// What a step of an experiment does is told by its own run.
    void scaled(Caller caller, int count) {
        if (!caller.equals(Caller.PLATFORM)) {
            log.add(caller, EventLog.SCALE, new Scope.Cell(cell), service + " desired count updated to " + count + ".");
        }
    }

    void scaling(int count, String why) {
        add(EventLog.SCALING, "desired count updated to " + count + ": " + why + ".");
    }

    private void add(String name, String text) {
        log.add(name, new Scope.Cell(cell), service + " " + text);
    }

    private void add(String name, String zone, String text) {
        log.add(name, new Scope.CellZone(cell, zone), service + " " + text);
    }
}
