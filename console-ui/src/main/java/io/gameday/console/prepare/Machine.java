package io.gameday.console.prepare;

/// What is asked about this machine before a start. Each is called off the UI thread and may take its time; one that
/// throws is taken as "not known", which forbids the start.
public interface Machine {

    /// The ledger names no fault of ours that may be in force.
    Seen noFaultInForce();

    /// No other run is playing here.
    Seen noOtherRun();

    /// Memory and disk for a local run.
    Seen room();

    /// What starts a run is there.
    Seen launcher();

    /// @param well whether it is as it must be
    /// @param what what was seen, in a few words; where it is not well, with the next step
    record Seen(boolean well, String what) {
    }
}
