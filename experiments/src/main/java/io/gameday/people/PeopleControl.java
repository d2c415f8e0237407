package io.gameday.people;

import io.gameday.journal.Event;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What those who were invited may do to a run. Called on the engine's loop, with texts that were checked.
public interface PeopleControl {

    /// Takes every fault away, proves it gone and ends the run. Without effect when that was asked before.
    void stop(String by, String why);

    /// Whether that was asked for already, or the run is over.
    boolean stopping();

    /// Somebody answers the page.
    ///
    /// @return why not, where no page is open
    Optional<String> acknowledge(String role);

    /// Somebody says what they see.
    ///
    /// @param typed when they wrote it, where it came in later
    void note(String role, String text, @Nullable Instant typed);

    /// Records what changes nothing but the record.
    ///
    /// @return false when it could not be recorded: the run is over, or the journal cannot be written
    boolean record(Event event);
}
