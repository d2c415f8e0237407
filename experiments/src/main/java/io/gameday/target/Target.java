package io.gameday.target;

/// The system under test as the engine sees it. A port that is absent makes what depends on it "not observable on
/// this target", before anything runs.
///
/// All ports answer on the engine's loop and never block it.
public record Target(TargetKind kind, Topology topology, Port<Signals> signals, Port<Faults> faults,
        Port<Automation> automation, Port<Traffic> traffic) {
}
