package io.gameday.target;

/// What is being broken. It decides what a report may claim: nobody real is hurt in [#LOCAL] and [#SIMULATED].
public enum TargetKind {
    /// The reference app as real processes on this machine.
    LOCAL("reference app"),
    /// The same policies over modelled tasks and traffic, in virtual time.
    SIMULATED("simulated reference app"),
    /// A system that a team runs itself, reached by HTTP. Its customers may be real.
    HTTP("team’s own system"),
    /// The same where nothing was broken on purpose: an incident that happened, read afterwards from the team's tools.
    INCIDENT("team’s own system");

    private final String words;

    TargetKind(String words) {
        this.words = words;
    }

    /// How a person calls it.
    public String words() {
        return words;
    }

    /// `EXPERIMENT`, `SIMULATION`, `GAME DAY` or `REAL INCIDENT`, so that nobody takes what a run shows for an event that nobody planned.
    public String origin() {
        return switch (this) {
            case LOCAL -> "EXPERIMENT";
            case SIMULATED -> "SIMULATION";
            case HTTP -> "GAME DAY";
            case INCIDENT -> "REAL INCIDENT";
        };
    }

    /// What people call one thing that a customer asks for: an order in the reference app, which sells something.
    public String request() {
        return hasOthersCustomers() ? "request" : "order";
    }

    /// Several of [#request()].
    public String requests() {
        return request() + "s";
    }

    /// [#request()] with its article.
    public String oneRequest() {
        return (hasOthersCustomers() ? "a " : "an ") + request();
    }

    /// Whether people may be hurt who did not agree to it: measured limits then end a run, instead of being told.
    public boolean hasOthersCustomers() {
        return this == HTTP || this == INCIDENT;
    }

    /// Whether something is broken there on purpose, so that there are a plan, predictions and a first fault to count from.
    public boolean planned() {
        return this != INCIDENT;
    }
}
