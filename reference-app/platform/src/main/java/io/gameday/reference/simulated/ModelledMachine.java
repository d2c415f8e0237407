package io.gameday.reference.simulated;

import io.gameday.reference.host.Machine;

/// What answers a ping in a zone, while it has power.
final class ModelledMachine implements Machine {

    private static final int PORT = 8080;

    private final String address;
    private boolean on = true;

    /// @param zone number, 1 for the first
    ModelledMachine(int zone) {
        address = "127.0." + zone + ".1:" + PORT;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void off() {
        on = false;
    }

    @Override
    public void on() {
        on = true;
    }

    boolean answers() {
        return on;
    }
}
