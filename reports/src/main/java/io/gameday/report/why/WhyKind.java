package io.gameday.report.why;

/// What sort of thing contributed. Each asks its own next question, by `how` and `what`, never by `who`.
public enum WhyKind {
    CONDITION("What made this state possible, and since when?"),

    TRIGGER("What set it off at that moment and not before?"),

    MISSING_SAFEGUARD("What let one action reach that many hosts or cells?"),

    MISSING_SIGNAL("Which signal existed then, and who could see it?"),

    CAPACITY_LIMIT("Which limit was met, and what watches it?"),

    /// What a person did, as it looked to them. The only way to store a human act, and never the end of a chain.
    DECISION_IN_CONTEXT("What did the person see, and which options did the tool offer?"),

    UNKNOWN("How could we find out?");

    private final String prompt;

    WhyKind(String prompt) {
        this.prompt = prompt;
    }

    public String prompt() {
        return prompt;
    }
}
