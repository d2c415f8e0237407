package io.gameday.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds the command `gameday`.
final class Launcher {

    static final String PROPERTY = "gameday.home";
    static final String VARIABLE = "GAMEDAY_HOME";
    private static final String NAME = "gameday";

    private Launcher() {
    }

    /// By the system property, the environment, or the nearest folder above that has it.
    ///
    /// @throws IllegalStateException naming where it was looked for
    static Path find() {
        List<String> looked = new ArrayList<>();
        for (String[] given : new String[][]{{"system property " + PROPERTY, System.getProperty(PROPERTY)},
                {"environment " + VARIABLE, System.getenv(VARIABLE)}}) {
            if (given[1] != null && !given[1].isBlank()) {
                Path launcher = Path.of(given[1]).resolve(NAME);
                if (Files.isExecutable(launcher)) {
                    return launcher.toAbsolutePath();
                }
                throw new IllegalStateException(given[0] + " is " + given[1] + ", and there is no command " + launcher
                        + "; give the folder of a checkout of Gameday");
            }
            looked.add(given[0]);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path launcher = folder.resolve(NAME);
            if (Files.isRegularFile(launcher) && Files.isExecutable(launcher)) {
                return launcher;
            }
        }
        throw new IllegalStateException(
                "Gameday was not found by " + String.join(", ", looked) + " or above " + Path.of("").toAbsolutePath()
                        + "; give the folder of its checkout with -D" + PROPERTY + "=FOLDER or " + VARIABLE);
    }
}
