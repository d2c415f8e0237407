package io.gameday.console.debrief;

import java.nio.file.Path;
import java.util.Optional;

/// What Debrief asks of the desktop around it.
public interface Desk {

    /// Asks where a file is to be saved.
    ///
    /// @param name proposed, such as `coe.pdf`
    /// @return empty when the user thought better of it
    Optional<Path> saveAs(String name);

    /// Shows a folder in the desktop's own file browser.
    void open(Path folder);
}
