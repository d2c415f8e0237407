package io.gameday.reference.policy;

import java.util.Map;

/// What [ServiceScheduler] wants done, or wants told.
public sealed interface Action {

    /// Why a task is started or stopped.
    enum Why {
        /// The desired count was set or raised.
        SCALE_OUT,
        /// A task stopped or is unhealthy.
        REPLACEMENT,
        /// The spread over the zones is uneven.
        REBALANCING,
        /// Another revision is wanted.
        DEPLOYMENT,
        /// An earlier revision is wanted again.
        ROLLBACK,
        /// The desired count was lowered.
        SCALE_IN
    }

    /// Start a task in `zone`, and tell [ServiceScheduler#refused] when the host does not take it.
    record Start(String zone, Why why) implements Action {
    }

    /// Stop this task.
    record Stop(Task task, Why why) implements Action {
    }

    /// No zone takes a task; tried again later. @param reason names each zone and why not
    record Unplaceable(String reason) implements Action {
    }

    /// Tell: as many tasks as desired are healthy, and nothing is under way.
    record SteadyStateReached() implements Action {
    }

    /// Tell: the spread is uneven and is being evened out.
    record RebalancingStarted(Map<String, Integer> tasks) implements Action {
    }

    /// Tell: the spread is even again.
    record RebalancingCompleted(Map<String, Integer> tasks) implements Action {
    }

    /// Tell: given up, because a zone was weighed away or another revision is wanted meanwhile.
    record RebalancingStopped() implements Action {
    }

    /// Tell: tasks are being replaced by those of this revision.
    ///
    /// @param why DEPLOYMENT or ROLLBACK, as in the other two
    record DeploymentStarted(String revision, Why why) implements Action {
    }

    /// Tell: every task is of this revision, and healthy.
    record DeploymentCompleted(String revision, Why why) implements Action {
    }

    /// Tell: nothing could be replaced for a while, because not all tasks are healthy.
    record DeploymentStuck(String revision, Why why) implements Action {
    }

    /// Tell: the limits of the deployment let no task be stopped, nor started.
    record DeploymentImpossible() implements Action {
    }
}
