package io.gameday.observability;

/// How a request ended.
public enum Outcome {
    /// A useful answer within the limit.
    USEFUL,
    /// The system said no at once (a full queue, no capacity).
    REFUSED,
    /// An answer that is of no use, or a connection that broke.
    FAILED,
    /// Nothing within the limit.
    UNANSWERED;

    public boolean useful() {
        return this == USEFUL;
    }
}
