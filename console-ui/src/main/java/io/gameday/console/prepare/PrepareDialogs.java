package io.gameday.console.prepare;

import java.nio.file.Path;
import java.util.Optional;

/// The questions that Prepare asks of the user. Called on the UI thread; each returns once it is answered.
public interface PrepareDialogs {

    /// Where to save; empty when the user thought better of it.
    Optional<Path> saveAs(Path suggested);

    /// Asked before edited text is left.
    Leaving leave(String fileName);

    enum Leaving {
        SAVE, THROW_AWAY, STAY
    }
}
