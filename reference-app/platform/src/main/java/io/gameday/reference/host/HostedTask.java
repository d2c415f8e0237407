package io.gameday.reference.host;

import io.gameday.process.ProcessIdentity;
import io.gameday.reference.policy.RestartPolicy;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One task and its process, from order to end. Runs on the host's loop.
final class HostedTask implements TaskLauncher.Listener {

    /// How long an asked task may take to end before it is killed.
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TaskOrder order;
    private final Clock clock;
    private final Optional<RestartPolicy> policy;
    private final Told told;
    private TaskLauncher.@Nullable Launched process;
    private HostState.Status status = HostState.Status.STARTING;
    private @Nullable ProcessIdentity identity;
    private @Nullable String service;
    private @Nullable String management;
    private @Nullable String reason;
    /// What a fault says it did to the process.
    private @Nullable String crash;
    private @Nullable Restarting restarting;
    /// Ticks of when its process was ready.
    private long servesSince;

    /// Who is told what becomes of it.
    interface Told {

        /// The process is gone for good.
        void stopped();

        /// It serves again, in place.
        ///
        /// @param after how its process had ended
        /// @param away  since then
        void restarted(String after, Duration away);
    }

    /// Its process has ended and the next one is not ready. @param since ticks
    private record Restarting(String after, long since) {
    }

    /// @param policy by which it is restarted in place, where it is
    HostedTask(TaskOrder order, Clock clock, Optional<RestartPolicy> policy, Told told) {
        this.order = order;
        this.clock = clock;
        this.policy = policy;
        this.told = told;
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

    /// Whether its process runs and was not told to stop.
    boolean running() {
        return status == HostState.Status.RUNNING && reason == null && crash == null && restarting == null;
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

    /// Kills the process and leaves the task: what becomes of it is not the killer's to decide.
    void crash(String why) {
        crash = why;
        launched().kill();
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
        servesSince = clock.ticks();
        if (restarting != null) {
            told.restarted(restarting.after, Duration.ofNanos(servesSince - restarting.since));
            restarting = null;
        }
    }

    /// All the while it is told of as running, as in ECS, where a container is restarted and its task runs on.
    @Override
    public boolean restarts(int exitCode) {
        long now = clock.ticks();
        if (reason != null || restarting != null
                || policy.filter(rule -> rule.restarts(exitCode, Duration.ofNanos(now - servesSince))).isEmpty()) {
            return false;
        }
        restarting = new Restarting("exit code " + exitCode, now);
        crash = null;
        return true;
    }

    @Override
    public void exited(String why) {
        status = HostState.Status.STOPPED;
        if (reason == null) {
            reason = crash == null ? why : crash;
        }
        told.stopped();
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
