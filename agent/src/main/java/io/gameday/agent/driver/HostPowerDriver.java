package io.gameday.agent.driver;

import io.gameday.target.Fault;
import java.util.function.Consumer;

/// A zone loses power: the host kills every task there, and none starts until the power is back.
public final class HostPowerDriver implements Driver {

    private final HostLink host;

    public HostPowerDriver(HostLink host) {
        this.host = host;
    }

    @Override
    public String kind() {
        return Fault.ZONE_POWER_LOSS;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        host.inject(injection, then);
    }

    @Override
    public void renew(String id, Consumer<DriverAnswer> then) {
        host.renew(id, then);
    }

    @Override
    public void revert(String id, Consumer<DriverAnswer> then) {
        host.revert(id, then);
    }
}
