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

    /// The task answered that it has too much to do: 503 of a task that is well.
    record Overloaded() implements AttemptOutcome {
        @Override
        public String toString() {
            return "overloaded";
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
            case Overloaded o -> true;
            case Unreachable u -> true;
            case Broken b -> true;
            case TimedOut t -> true;
        };
    }

    /// Whether the task answered, whatever it said.
    default boolean answered() {
        return switch (this) {
            case Answered a -> true;
            case Overloaded o -> true;
            case Unreachable u -> false;
            case Broken b -> false;
            case TimedOut t -> false;
        };
    }

    /// Whether it tells that the task is not well: a fault, but not 503, by which a task that is well says that it cannot
    /// serve now.
    default boolean countsAgainstTask() {
        return fault() && !(this instanceof Overloaded) && !(this instanceof Answered(int status) && status == 503);
    }

    /// Whether another zone may be asked. After 503 more requests make an overload worse, and after a time-out there is
    /// no time left.
    default boolean mayRetry() {
        return switch (this) {
            case Answered answered -> answered.status == 500 || answered.status == 502;
            case Overloaded o -> false;
            case Unreachable u -> true;
            case Broken b -> true;
            case TimedOut t -> false;
        };
    }
}
