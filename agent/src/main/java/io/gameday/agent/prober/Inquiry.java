package io.gameday.agent.prober;

import java.time.Duration;
import java.util.function.Consumer;

/// How one fault is looked at, as often as needed.
///
/// @param patience how long to go on until what is wanted shows
/// @param once     makes one look and tells on the loop what it means
record Inquiry(Duration patience, Once once) {

    /// One look.
    interface Once {
        void look(Consumer<Finding> then);
    }
}
