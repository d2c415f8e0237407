package io.gameday.target;

/// The system under test as the engine sees it. A port that is absent makes what depends on it "not observable on
/// this target", before anything runs.
///
/// All ports answer on the engine's loop and never block it.
///
/// @param teamAlarms the team's own alarms, as finished changes
/// @param teamPages  whom the team's own pager told
public record Target(TargetKind kind, Topology topology, Port<Signals> signals, Port<Faults> faults,
        Port<Automation> automation, Port<Traffic> traffic, Port<Feed<TeamAlarms>> teamAlarms,
        Port<Feed<TeamPages>> teamPages) {

    /// A target of which only Gameday's own alarms and pages tell.
    public Target(TargetKind kind, Topology topology, Port<Signals> signals, Port<Faults> faults,
            Port<Automation> automation, Port<Traffic> traffic) {
        this(kind, topology, signals, faults, automation, traffic, Port.absent("no tool that keeps alarms is read"),
                Port.absent("no pager of the team is read"));
    }

    /// The same, told of by the team's own tools too.
    public Target with(Port<Feed<TeamAlarms>> alarms, Port<Feed<TeamPages>> pages) {
        return new Target(kind, topology, signals, faults, automation, traffic, alarms, pages);
    }
}
