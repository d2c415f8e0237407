package io.gameday.console;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A working directory of its own for a console that is played by clicks, and what its runs leave behind in it.
///
/// @param path not taken away afterwards: documents of the last run may still be made while the test ends
record DayFolder(Path path) {

    static DayFolder make() {
        try {
            return new DayFolder(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target", "by-clicks")), "day")
                            .toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The checkout, with the catalog.
    static Path home() {
        return SimulatedRun.catalog().getParent().getParent();
    }

    /// The command that starts Gameday.
    ///
    /// @param main such as `io.gameday.cli.Gameday`
    static List<String> gameday(String main) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Dgameday.home=" + home(), "-cp", System.getProperty("java.class.path"),
                main);
    }

    Path runs() {
        return path.resolve("runs");
    }

    Path onlyRun() throws IOException {
        try (Stream<Path> folders = Files.list(runs())) {
            return folders.filter(Files::isDirectory).sorted().findFirst().orElseThrow();
        }
    }

    <E extends Event> List<E> events(Class<E> type) throws IOException {
        return JournalReader.read(onlyRun().resolve("journal.jsonl")).entries().stream().map(Entry::event)
                .filter(type::isInstance).map(type::cast).toList();
    }
}
