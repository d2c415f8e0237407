package io.gameday.endpoint;

import io.gameday.journal.Event.PersonAsked.Turn;
import java.util.Optional;

/// What may be asked of a run from outside. Called on the engine's loop, with texts that were checked.
public interface RunControl {

    /// Takes every fault away, proves it gone and ends the run. Without effect when that was asked before.
    ///
    /// @param by  role or means, such as `Ctrl-C`
    /// @param why may be empty
    void stop(String by, String why);

    /// Somebody says what they see.
    void note(String role, String text);

    /// Somebody answers the page.
    ///
    /// @return why not, where no page is open
    Optional<String> acknowledge(String role);

    /// Begins to end one fault early; its end is told by the journal.
    ///
    /// @return false when there is no such fault in force
    boolean endFault(String id, String by);

    /// Says for one who was invited, or for all who have not answered, whether the run may begin.
    ///
    /// @param of  their role; empty for all
    /// @param why may be empty where the run allows that
    /// @return why that is not possible
    Optional<String> go(String by, String of, boolean go, String why);

    /// Somebody says that what they were asked to break has begun, or has ended.
    ///
    /// @return false when nobody was asked that
    boolean answered(String id, Turn turn, String by);
}
