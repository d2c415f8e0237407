package io.gameday.journal;

/// The journal could not be written or read. The message names the file and what to do.
public final class JournalFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public JournalFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalFailure(String message) {
        super(message);
    }
}
