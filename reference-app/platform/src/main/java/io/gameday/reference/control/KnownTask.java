package io.gameday.reference.control;

import io.gameday.reference.control.HostState.HostTask;
import io.gameday.reference.control.HostState.Status;
import io.gameday.reference.policy.TaskHealth;
import io.gameday.reference.policy.TaskState;

/// A task as the control plane knows it. Belongs to the loop.
public final class KnownTask {

    private HostTask latest;
    private TaskHealth health = TaskHealth.NEW;
    /// Ticks of the first passed check.
    private long healthySince;
    private boolean stopping;
    private boolean stopSent;
    /// Ticks before which the host is not asked to stop it.
    private long stopNotBefore;
    private boolean checking;
    /// Ticks of when it was last told by the host or taken from the answer to a start.
    private long seen;

    KnownTask(HostTask latest, long now) {
        this.latest = latest;
        this.seen = now;
    }

    public HostTask latest() {
        return latest;
    }

    void latest(HostTask told, long now) {
        latest = told;
        seen = now;
    }

    long seen() {
        return seen;
    }

    public boolean stopped() {
        return latest.status() == Status.STOPPED;
    }

    public boolean running() {
        return latest.status() == Status.RUNNING;
    }

    public boolean stopping() {
        return stopping;
    }

    /// Begins to stop it: from now on the router is told to leave it out.
    ///
    /// @param notBefore ticks before which its process is left alone, so that the router can hear of it
    void stop(long notBefore) {
        stopping = true;
        stopNotBefore = notBefore;
    }

    /// Whether the host is to be asked to stop it now: true once.
    boolean sendStop(long now) {
        if (!stopping || stopSent || stopped() || now - stopNotBefore < 0) {
            return false;
        }
        stopSent = true;
        return true;
    }

    /// Takes back that it was asked to stop: the host has not heard it.
    void resume() {
        stopping = false;
        stopSent = false;
    }

    /// Whether a check may begin: one at a time.
    public boolean beginCheck() {
        if (checking || !running() || latest.management() == null) {
            return false;
        }
        checking = true;
        return true;
    }

    void checked(boolean pass, long now) {
        checking = false;
        if (pass && !health.passed()) {
            healthySince = now;
        }
        health = health.after(pass);
    }

    public boolean unchecked() {
        return health.equals(TaskHealth.NEW);
    }

    public boolean neverHealthy() {
        return !health.passed();
    }

    /// Whether it became healthy for the first time after these ticks, and is.
    boolean healthyAfter(long ticks) {
        return running() && state() == TaskState.HEALTHY && healthySince - ticks > 0;
    }

    public TaskState state() {
        return health.state();
    }
}
