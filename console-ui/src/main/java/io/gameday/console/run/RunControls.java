package io.gameday.console.run;

import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.target.Reply;

/// What may be asked of a running controller. Replies come on the UI thread, once each; a failure is a sentence that
/// says what to do next.
public interface RunControls {

    /// Every fault is taken away and proven gone.
    void stop(String by, String why, Reply<Asked> reply);

    /// @param role such as `facilitator`
    void note(String role, String text, Reply<Asked> reply);

    void acknowledge(String role, Reply<Asked> reply);

    /// Ends one fault early, such as `f1`.
    void endFault(String id, String by, Reply<Asked> reply);

    /// Says for all who were invited and have not answered that the run may begin.
    void goForTheAbsent(String by, String why, Reply<Asked> reply);

    /// Somebody says that what they were asked to break has begun, or has ended.
    void answered(String id, Turn turn, String by, Reply<Asked> reply);

    /// The controller has taken it in and journalled it.
    record Asked() {
    }
}
