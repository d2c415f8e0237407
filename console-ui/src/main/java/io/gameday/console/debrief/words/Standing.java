package io.gameday.console.debrief.words;

import java.nio.file.Path;
import java.util.List;

/// How it stands with the words of the run shown.
public sealed interface Standing {

    record NoRun() implements Standing {
    }

    record Reading() implements Standing {
    }

    /// The run has not ended: its words come afterwards.
    record GoingOn() implements Standing {
    }

    /// @param canBeMade from the journal
    record Missing(Path file, boolean canBeMade) implements Standing {
    }

    /// @param problems each with its line; nothing can be changed before they are gone
    record Unreadable(Path file, List<String> problems) implements Standing {
    }

    record Open(Path file) implements Standing {
    }
}
