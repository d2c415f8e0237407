package io.gameday.cli;

/// A command cannot do what it was asked. The message is for a person: what, why, and the next step.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final int exitCode;

    Refused(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
