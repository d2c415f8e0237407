package io.gameday.journal;

/// Where the controller, and only the controller, records what happens.
@FunctionalInterface
public interface Journal {

    /// Appends `event` and returns once it has left this process. The journal gives it its instant and number.
    ///
    /// @throws JournalFailure when it could not be written; nothing may be injected after that
    Entry append(Event event);
}
