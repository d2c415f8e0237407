package io.gameday.console.home;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for a folder.
public interface FolderChooser {

    /// Called on the UI thread. @return empty when the user changed their mind
    Optional<Path> choose(String title, Path from);
}
