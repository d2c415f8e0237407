package io.gameday.signal;

/// A source did not tell what it was asked. The message is for a person: which source, what happened, the next step.
public final class SourceFailure extends Exception {

    private static final long serialVersionUID = 1;

    /// Whose turn it is.
    public enum Cause {
        /// The question was wrong: the query, the address, the token.
        QUESTION,
        /// The source is away, slow or broken.
        SOURCE
    }

    private final Cause whose;

    public SourceFailure(Cause whose, String message) {
        super(message);
        this.whose = whose;
    }

    public Cause whose() {
        return whose;
    }
}
