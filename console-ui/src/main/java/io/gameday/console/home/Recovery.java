package io.gameday.console.home;

import java.io.IOException;
import java.util.List;

/// Takes away what earlier runs left in force: what `gameday recover` does.
public interface Recovery {

    /// Takes away every fault that may be in force and looks for it. May take a minute; called off the UI thread.
    ///
    /// @throws IOException when it could not be done; the message says what to do next
    List<Outcome> takeAway() throws IOException, InterruptedException;

    /// What became of one fault.
    ///
    /// @param gone    it is proven gone, or its target is
    /// @param text    one sentence
    /// @param command clears it by hand; empty when it is gone
    record Outcome(boolean gone, String text, String command) {
    }
}
