package io.gameday.report.lint;

/// How much a finding weighs. There is no grade: grades get gamed.
public enum Severity {
    /// Blocks the step to review.
    ERROR("E"),

    WARNING("W"),

    INFORMATION("I");

    private final String letter;

    Severity(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }
}
