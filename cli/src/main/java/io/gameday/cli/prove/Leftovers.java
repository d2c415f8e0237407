package io.gameday.cli.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds processes by what is on their command line. The whole of it is read: what the JVM tells is cut off, and class
/// paths are long.
final class Leftovers {

    private Leftovers() {
    }

    /// Living processes other than this one whose arguments contain `text`.
    static List<String> named(String text) {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses().filter(process -> process.pid() != self)
                .map(process -> named(process, text)).filter(Objects::nonNull).toList();
    }

    private static @Nullable String named(ProcessHandle process, String text) {
        try {
            String line = new String(Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline")),
                    StandardCharsets.UTF_8);
            if (!line.contains(text) || !process.isAlive()) {
                return null;
            }
            String what = line.contains("AgentMain") ? "agent" : "controller";
            return what + " (process " + process.pid() + ")";
        } catch (IOException gone) {
            return null;
        }
    }
}
