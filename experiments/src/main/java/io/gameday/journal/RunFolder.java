package io.gameday.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The folder that a run leaves behind: `runs/<time>-<experiment>/`.
public record RunFolder(Path path) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'")
            .withZone(ZoneOffset.UTC);

    /// Makes the folder of a new run inside `parent`. Two runs of one second get different names.
    ///
    /// @throws JournalFailure when it cannot be made
    public static RunFolder create(Path parent, Instant now, String experiment) {
        String name = TIME.format(now) + "-" + experiment;
        try {
            Files.createDirectories(parent);
            for (int n = 1;; n++) {
                Path path = parent.resolve(n == 1 ? name : name + "-" + n);
                try {
                    return new RunFolder(Files.createDirectory(path));
                } catch (FileAlreadyExistsException taken) {
                    // By another run of this second, or by a file of that name.
                    continue;
                }
            }
        } catch (IOException e) {
            throw new JournalFailure("The run folder " + parent.resolve(name) + " cannot be made: " + e
                    + ". Give another place with --out DIR.", e);
        }
    }

    /// The run's id: the folder's name.
    public String run() {
        return path.getFileName().toString();
    }

    public Path journal() {
        return path.resolve("journal.jsonl");
    }

    public Path faults() {
        return path.resolve("faults.jsonl");
    }

    public Path experiment() {
        return path.resolve("experiment.yaml");
    }

    public Path metrics() {
        return path.resolve("metrics");
    }

    /// Writes a file that only its owner may read.
    public void writeSecret(String name, String text) {
        Path file = path.resolve(name);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JournalFailure(file + " cannot be written: " + e + ". Is the disk full?", e);
        }
    }
}
