package io.gameday.reference.host;

import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The effects that act on tasks from within.
final class TaskEffects {

    private TaskEffects() {
    }

    /// @param errors  file for what the shells complain of that stop tasks
    /// @param waiting runs what blocks
    static <L extends Clock & Executor> void add(Effects effects, L loop, Zones zones, ManagementCalls calls,
            DesiredSettings desired, Path errors, Executor waiting, StartedProcesses started, Consumer<String> log) {
        TasksThere tasks = new TasksThere(zones::state);
        AssaultEffect assaults = new AssaultEffect(loop, calls, tasks, log);
        effects.with(Fault.TaskLatency.class, assaults).with(Fault.TaskErrors.class, assaults)
                .with(Fault.TaskMemory.class, assaults)
                .with(Fault.TaskHang.class, new HangEffect<>(loop, tasks, errors, waiting, started::add, log))
                .with(Fault.BadConfig.class, new ConfigEffect(loop, calls, tasks, desired, log));
    }
}
