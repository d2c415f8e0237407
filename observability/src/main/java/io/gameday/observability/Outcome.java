package io.gameday.observability;

/// How a request ended.
public enum Outcome {
    /// A useful answer within the limit.
    USEFUL,
    /// A server said at once that it has too much to do: a full queue. Not that nobody was there to ask.
    REFUSED,
    /// An answer that is of no use, or a connection that broke.
    FAILED,
    /// Nothing within the limit.
    UNANSWERED;

    public boolean useful() {
        return this == USEFUL;
    }
}
