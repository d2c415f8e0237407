package io.gameday.reference.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of a log, for a message.
final class LastLines {

    private static final int COUNT = 3;

    private LastLines() {
    }

    static String of(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty()
                    ? "nothing"
                    : String.join(" | ", lines.subList(Math.max(0, lines.size() - COUNT), lines.size()));
        } catch (IOException unreadable) {
            return "(" + log + " cannot be read: " + unreadable.getMessage() + ")";
        }
    }
}
