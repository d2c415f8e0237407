package io.gameday.target;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A tool of the team's own, read again and again while a run lasts. Tells on the engine's loop, and never blocks it.
///
/// @param <T> what one reading shows: [TeamAlarms] or [TeamPages]
public interface Feed<T> {

    /// As people call it, such as `Prometheus`.
    String source();

    /// Begins to read, and tells each reading from now on. To be called once.
    void follow(Consumer<Reading<T>> listener);

    /// What one reading gave.
    sealed interface Reading<T> {

        /// @param until everything before this instant is known now, by the source's own time
        /// @param notes what a reader should know about it, such as how far its clock is off
        record Read<T>(Instant until, T what, List<String> notes) implements Reading<T> {
        }

        /// Nothing was learnt. @param why for people: which source, what happened
        record Away<T>(String why) implements Reading<T> {
        }
    }
}
