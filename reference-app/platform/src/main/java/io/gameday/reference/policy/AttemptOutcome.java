package io.gameday.reference.policy;

/// How one attempt of the router at one task ended. The text form is what the header `x-gameday-attempts` shows.
public sealed interface AttemptOutcome {

    /// The task answered. @param status of HTTP, 100 to 599
    record Answered(int status) implements AttemptOutcome {
        @Override
        public String toString() {
            return Integer.toString(status);
        }
    }

    /// No connection: the task has not seen the request.
    record Unreachable() implements AttemptOutcome {
        @Override
        public String toString() {
            return "unreachable";
        }
    }

    /// The connection broke before the answer.
    record Broken() implements AttemptOutcome {
        @Override
        public String toString() {
            return "broken";
        }
    }

    /// No answer in time.
    record TimedOut() implements AttemptOutcome {
        @Override
        public String toString() {
            return "timeout";
        }
    }

    /// Whether the customer got nothing useful: every 5xx, and no answer at all.
    default boolean fault() {
        return switch (this) {
            case Answered answered -> answered.status >= 500;
            case Unreachable u -> true;
            case Broken b -> true;
            case TimedOut t -> true;
        };
    }

    /// Whether it tells that the task is not well: a fault, but not 503, by which a task that is well says that it has
    /// too much to do.
    default boolean countsAgainstTask() {
        return fault() && !(this instanceof Answered(int status) && status == 503);
    }

    /// Whether another zone may be asked. After 503 more requests make an overload worse, and after a time-out there is
    /// no time left.
    default boolean mayRetry() {
        return switch (this) {
            case Answered answered -> answered.status == 500 || answered.status == 502;
            case Unreachable u -> true;
            case Broken b -> true;
            case TimedOut t -> false;
        };
    }
}
