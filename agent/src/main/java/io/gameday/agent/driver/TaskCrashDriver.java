package io.gameday.agent.driver;

import io.gameday.target.Fault;
import java.util.function.Consumer;

/// One task is killed. Nothing stays in force, so there is nothing to renew; a revert only makes sure of that.
public final class TaskCrashDriver implements Driver {

    private final HostLink host;

    public TaskCrashDriver(HostLink host) {
        this.host = host;
    }

    @Override
    public String kind() {
        return Fault.TASK_CRASH;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        host.inject(injection, then);
    }

    @Override
    public void renew(String id, Consumer<DriverAnswer> then) {
        then.accept(new DriverAnswer.Done("a crash needs no lease"));
    }

    @Override
    public void revert(String id, Consumer<DriverAnswer> then) {
        host.revert(id, then);
    }
}
