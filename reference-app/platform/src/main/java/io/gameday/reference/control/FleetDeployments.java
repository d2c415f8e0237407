package io.gameday.reference.control;

import io.gameday.reference.AppConfig;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.deployment.Calls;
import io.gameday.reference.deployment.Deployments;
import io.gameday.reference.deployment.Standing;
import io.gameday.reference.deployment.TaskSight;
import io.gameday.reference.deployment.TaskSight.Life;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.TaskState;
import io.gameday.reference.policy.Wanted;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Has [Deployments] look at the cells, and tells what it says. The real control plane and the simulated one do it alike.
/// Belongs to the loop.
public final class FleetDeployments {

    private final Deployments deployments;
    private final EventLog log;

    /// @param earlier how they stood when the control plane before this one ended
    public FleetDeployments(AppConfig config, EventLog log, Standing earlier) {
        deployments = new Deployments(config.mechanisms().deployment(), config.layout(), earlier);
        this.log = log;
    }

    /// Decides for the cells that are told of.
    ///
    /// @param cells   whose control plane is up
    /// @param ordered the revision that is ordered for a cell
    /// @param latest  the image that the tag `latest` means
    public void look(Collection<CellControl> cells, Function<String, String> ordered, String latest) {
        Map<String, String> orders = new HashMap<>();
        cells.stream().filter(CellControl::informed).forEach(cell -> {
            String wanted = ordered.apply(cell.cell());
            orders.put(cell.cell(), wanted);
            deployments.saw(cell.cell(), cell.desired(), cell.tasks().stream().map(FleetDeployments::sight).toList(),
                    wanted);
        });
        deployments.look(orders, latest)
                .forEach(notice -> log.add(notice.rollback() ? EventLog.DEPLOYMENT_ROLLBACK : EventLog.DEPLOYMENT,
                        notice.scope(), notice.text()));
        cells.forEach(cell -> cell.outOfUse(deployments.outOfUse(cell.cell())));
    }

    /// What each zone of a cell is to have; of one that nothing is known of yet, what is ordered.
    public Map<String, Wanted> wanted(CellControl cell, String ordered) {
        return deployments.knows(cell.cell())
                ? deployments.wanted(cell.cell())
                : Wanted.everywhere(cell.scheduler().zones(), ordered);
    }

    /// What the next control plane has to know.
    Standing standing() {
        return deployments.standing();
    }

    private static TaskSight sight(KnownTask task) {
        var latest = task.latest();
        return new TaskSight(latest.id(), latest.zone(), latest.revision(), life(task));
    }

    private static Life life(KnownTask task) {
        if (task.stopping()) {
            boolean unfit = task.neverHealthy() || task.state() == TaskState.UNHEALTHY;
            return unfit ? Life.GIVEN_UP : task.stopped() ? Life.GONE : Life.ENDING;
        }
        if (task.stopped()) {
            return Life.DIED;
        }
        return switch (task.state()) {
            case STARTING -> Life.STARTING;
            case HEALTHY -> Life.HEALTHY;
            case UNHEALTHY -> Life.UNHEALTHY;
            case ENDING -> Life.ENDING;
        };
    }

    /// Closes a second. @param attempts the router's counts, by instance; empty when it did not answer
    public void second(Map<String, Attempts> attempts) {
        Map<String, Calls> calls = new HashMap<>();
        attempts.forEach((id, of) -> calls.put(id, new Calls(of.requests(), of.faults(), of.busyNanos())));
        deployments.second(calls);
    }
}
