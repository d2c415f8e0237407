package io.gameday.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Tries once to hand a text over.
@FunctionalInterface
interface Attempt {

    /// @param then told on the loop, once
    void send(String body, Consumer<Outcome> then);

    /// What came of it. Reasons name the channel, and hold no secret.
    sealed interface Outcome {

        record Taken() implements Outcome {
        }

        /// It would be refused again.
        record Refused(String why) implements Outcome {
        }

        /// It may be taken later. @param asked what the other side wants waited
        record Later(String why, Optional<Duration> asked) implements Outcome {
        }
    }
}
