package io.gameday.target;

/// The system under test as the engine sees it. A port that is absent makes what depends on it "not observable on
/// this target", before anything runs.
///
/// All ports answer on the engine's loop and never block it.
///
/// @param teamAlarms the team's own alarms, as finished changes
/// @param teamPages  whom the team's own pager told
/// @param operations what its operators can have it do
public record Target(TargetKind kind, Topology topology, Port<Signals> signals, Port<Faults> faults,
        Port<Automation> automation, Port<Traffic> traffic, Port<Feed<TeamAlarms>> teamAlarms,
        Port<Feed<TeamPages>> teamPages, Port<Operations> operations) {

    /// Why a target that Gameday does not run itself has no operations.
    public static final String NO_OPERATIONS = "Gameday operates the reference app only";

    /// A target of which only Gameday's own alarms and pages tell.
    public Target(TargetKind kind, Topology topology, Port<Signals> signals, Port<Faults> faults,
            Port<Automation> automation, Port<Traffic> traffic) {
        this(kind, topology, signals, faults, automation, traffic, Port.absent("no tool that keeps alarms is read"),
                Port.absent("no pager of the team is read"), Port.absent(NO_OPERATIONS));
    }

    /// The same, told of by the team's own tools too.
    public Target with(Port<Feed<TeamAlarms>> alarms, Port<Feed<TeamPages>> pages) {
        return new Target(kind, topology, signals, faults, automation, traffic, alarms, pages, operations);
    }

    /// The same for a control run: what asks for nothing to be done is done on every target.
    public Target calm() {
        return with(Port.of(new CalmOperations(operations.get().orElse(null))));
    }

    /// The same, with operators' means.
    public Target with(Port<Operations> means) {
        return new Target(kind, topology, signals, faults, automation, traffic, teamAlarms, teamPages, means);
    }
}
