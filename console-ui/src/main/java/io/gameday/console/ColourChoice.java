package io.gameday.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Light or dark, remembered from one start to the next in `console.settings` of the state folder.
final class ColourChoice {

    private static final String DARK = "colours = dark";
    private static final String LIGHT = "colours = light";

    private final Path file;

    ColourChoice(Path stateFolder) {
        file = stateFolder.resolve("console.settings");
    }

    Path file() {
        return file;
    }

    /// Light where nothing was remembered, or nothing that can be read: colours are no reason not to start.
    boolean dark() {
        try {
            return Files.exists(file) && Files.readAllLines(file).contains(DARK);
        } catch (IOException unreadable) {
            return false;
        }
    }

    void remember(boolean dark) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, (dark ? DARK : LIGHT) + "\n");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
