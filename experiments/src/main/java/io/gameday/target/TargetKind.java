package io.gameday.target;

/// What is being broken. It decides what a report may claim: nobody real is hurt in the first two.
public enum TargetKind {
    /// The reference app as real processes on this machine.
    LOCAL("reference app"),
    /// The same policies over modelled tasks and traffic, in virtual time.
    SIMULATED("simulated reference app");

    private final String words;

    TargetKind(String words) {
        this.words = words;
    }

    /// How a person calls it.
    public String words() {
        return words;
    }

    /// `EXPERIMENT` or `SIMULATION`, so that nobody takes what a run shows for a real event.
    public String origin() {
        return this == SIMULATED ? "SIMULATION" : "EXPERIMENT";
    }
}
