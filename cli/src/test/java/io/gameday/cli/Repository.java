package io.gameday.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the checkout lies that these tests belong to.
public final class Repository {

    private Repository() {
    }

    /// The nearest folder upwards that holds the launcher.
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && Files.notExists(folder.resolve("gameday"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " holds `gameday`");
        }
        return folder;
    }
}
