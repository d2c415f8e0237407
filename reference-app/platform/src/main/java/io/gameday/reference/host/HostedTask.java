package io.gameday.reference.host;

import io.gameday.process.ProcessIdentity;
import io.gameday.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One task and its process, from order to end. Runs on the host's loop.
final class HostedTask implements TaskLauncher.Listener {

    /// How long an asked task may take to end before it is killed.
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TaskOrder order;
    private final Clock clock;
    private final Runnable onStopped;
    private TaskLauncher.@Nullable Launched process;
    private HostState.Status status = HostState.Status.STARTING;
    private @Nullable ProcessIdentity identity;
    private @Nullable String service;
    private @Nullable String management;
    private @Nullable String reason;

    /// @param onStopped told once the process is gone
    HostedTask(TaskOrder order, Clock clock, Runnable onStopped) {
        this.order = order;
        this.clock = clock;
        this.onStopped = onStopped;
    }

    void launch(TaskLauncher launcher) {
        process = launcher.launch(order, this);
    }

    TaskOrder order() {
        return order;
    }

    boolean stopped() {
        return status == HostState.Status.STOPPED;
    }

    /// Whether it runs and was not told to stop.
    boolean running() {
        return status == HostState.Status.RUNNING && reason == null;
    }

    String reason() {
        return reason == null ? "" : reason;
    }

    /// SIGTERM, and SIGKILL when that was not enough.
    void stop(String why) {
        if (stopped() || reason != null) {
            return;
        }
        reason = why;
        launched().terminate();
        clock.at(PATIENCE, () -> {
            if (!stopped()) {
                launched().kill();
            }
        });
    }

    void kill(String why) {
        if (!stopped()) {
            reason = why;
            launched().kill();
        }
    }

    @Override
    public void started(ProcessIdentity of) {
        identity = of;
    }

    @Override
    public void ready(String service, String management) {
        this.service = service;
        this.management = management;
        status = HostState.Status.RUNNING;
    }

    @Override
    public void exited(String why) {
        status = HostState.Status.STOPPED;
        if (reason == null) {
            reason = why;
        }
        onStopped.run();
    }

    HostState.Task view() {
        return new HostState.Task(order.id(), order.cell(), order.zone(), status, service, management, order.slots(),
                order.revision(), identity == null ? -1 : identity.pid(), identity == null ? -1 : identity.startTicks(),
                reason, process == null ? 0 : process.lostLines());
    }

    private TaskLauncher.Launched launched() {
        if (process == null) {
            throw new IllegalStateException("task " + order.id() + " was never launched");
        }
        return process;
    }
}
