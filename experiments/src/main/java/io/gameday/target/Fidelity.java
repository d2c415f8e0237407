package io.gameday.target;

/// How truly a target can do what a fault means.
public sealed interface Fidelity {

    record Equal() implements Fidelity {
    }

    record Approximated(String how) implements Fidelity {
    }

    record Unsupported(String why) implements Fidelity {
    }
}
