package io.gameday.agent.prober;

import java.time.Duration;

/// What a request to an address showed.
sealed interface Sight {

    /// @param body what was answered, with any status
    /// @param took from the call to the whole answer, the connection included
    record Answers(int status, String body, Duration took) implements Sight {
    }

    /// Nothing listens there.
    record Refuses() implements Sight {
    }

    /// The connection was made and then closed without an answer.
    record BreaksOff(String why) implements Sight {
    }

    /// No answer in time; or this side could not even ask.
    ///
    /// @param waited zero when it could not ask
    record Silent(String why, Duration waited) implements Sight {
    }

    /// A task that has no place left for a request says so; that is capacity, and no fault's doing by itself.
    default boolean overloaded() {
        return this instanceof Answers(int status, String body, Duration _) && status == 503
                && "overloaded".equals(TaskAnswer.of(body).error());
    }

    default boolean served() {
        return this instanceof Answers(int status, String _, Duration _) && status < 400;
    }

    /// An order that was not taken because inventory, which it needs, said nothing.
    default boolean stockRefused() {
        return this instanceof Answers(int status, String body, Duration _) && status == 503
                && "inventory unavailable".equals(TaskAnswer.of(body).error());
    }

    /// An error of the service, not of capacity.
    default boolean failed() {
        return this instanceof Answers(int status, String _, Duration _) && status >= 500 && !overloaded();
    }

    /// It was asked, and no answer came.
    default boolean lost() {
        return this instanceof BreaksOff || this instanceof Silent(String _, Duration waited) && waited.isPositive();
    }
}
