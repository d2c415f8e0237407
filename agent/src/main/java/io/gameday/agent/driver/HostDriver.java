package io.gameday.agent.driver;

import java.util.function.Consumer;

/// Has the app's host do it, which also enforces the lease.
public final class HostDriver implements Driver {

    private final HostLink host;

    public HostDriver(HostLink host) {
        this.host = host;
    }

    @Override
    public Means means() {
        return Means.HOST;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        host.inject(injection, then);
    }

    @Override
    public void renew(Injection injection, Consumer<DriverAnswer> then) {
        if (injection.fault().lasting()) {
            host.renew(injection.id(), then);
        } else {
            then.accept(new DriverAnswer.Done("what leaves nothing in force needs no lease"));
        }
    }

    @Override
    public void revert(Injection injection, Consumer<DriverAnswer> then) {
        host.revert(injection.id(), then);
    }
}
