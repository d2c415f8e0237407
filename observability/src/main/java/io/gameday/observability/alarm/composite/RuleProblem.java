package io.gameday.observability.alarm.composite;

/// Text that is no rule.
public final class RuleProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final int at;

    /// @param at how many characters stand before the place
    RuleProblem(int at, String message) {
        super("at character " + (at + 1) + ": " + message);
        this.at = at;
    }

    /// How many characters stand before the place.
    public int at() {
        return at;
    }
}
