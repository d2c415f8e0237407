package io.gameday.cli.prove;

/// Who is killed while a fault is in force, with SIGKILL, and what comes then.
public enum Strike {
    /// The agent sees its input end, and takes the fault away.
    CONTROLLER("controller", 1, 0),
    /// Nobody is left who knows of the fault but whoever holds its effect: the lease runs out there.
    BOTH("controller and agent", 1, 1),
    /// The controller starts another agent, which takes the ledger over; then the controller is asked to end.
    AGENT("agent", 0, 1),
    /// The same, and then the controller is killed too.
    AGENT_THEN_CONTROLLER("agent, then controller", 1, 1),
    /// The campaign was stopped before it came to that: the controller was asked to end.
    NOBODY("nobody", 0, 0);

    private final String words;
    private final int controllers;
    private final int agents;

    Strike(String words, int controllers, int agents) {
        this.words = words;
        this.controllers = controllers;
        this.agents = agents;
    }

    public String words() {
        return words;
    }

    /// How many controllers it kills.
    public int controllers() {
        return controllers;
    }

    /// How many agents it kills.
    public int agents() {
        return agents;
    }
}
