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

    private static final int LONGEST_MESSAGE = 500;

    private final Cause whose;

    public SourceFailure(Cause whose, String message) {
        super(message);
        this.whose = whose;
    }

    public Cause whose() {
        return whose;
    }

    /// A failure of `source`, whose name `what` goes on after. It may hold what a server said, which must neither steer
    /// a terminal nor fill it.
    public static SourceFailure of(Cause whose, String source, String what) {
        String harmless = what.replaceAll("\\p{Cntrl}", "·");
        return new SourceFailure(whose, source + " "
                + (harmless.length() > LONGEST_MESSAGE ? harmless.substring(0, LONGEST_MESSAGE) + "…" : harmless));
    }
}
