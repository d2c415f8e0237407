package io.gameday.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The folder that a run leaves behind: `runs/<time>-<experiment>/`.
public record RunFolder(Path path) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'")
            .withZone(ZoneOffset.UTC);

    private static final String INCIDENT = "incident-";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);

    private static final int TIME_LENGTH = "2026-01-01T00-00-00Z".length();

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

    /// Where the folder of an incident is, whether it was made or not.
    public static Path ofIncident(Path parent, Instant began) {
        return parent.resolve(INCIDENT + STAMP.format(began));
    }

    /// Makes the folder of an incident that is read afterwards. There is one for each beginning: a second reading would
    /// be another record of the same.
    ///
    /// @param began as it was asked about
    /// @throws FileAlreadyExistsException when there is one
    /// @throws JournalFailure when it cannot be made
    public static RunFolder createIncident(Path parent, Instant began) throws FileAlreadyExistsException {
        Path path = ofIncident(parent, began);
        try {
            Files.createDirectories(parent);
            return new RunFolder(Files.createDirectory(path));
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (IOException e) {
            throw new JournalFailure(
                    "The folder " + path + " cannot be made: " + e + ". Give another place with " + "--runs FOLDER.",
                    e);
        }
    }

    /// The run's id: the folder's name.
    public String run() {
        return path.getFileName().toString();
    }

    /// When it was made, or when the incident began, as its name says; empty where somebody renamed it. Unlike the
    /// journal of a simulated run it tells the real time.
    public Optional<Instant> made() {
        try {
            if (run().startsWith(INCIDENT)) {
                return Optional.of(Instant.from(STAMP.parse(run().substring(INCIDENT.length()))));
            }
            return Optional.of(Instant.from(TIME.parse(run().substring(0, Math.min(run().length(), TIME_LENGTH)))));
        } catch (DateTimeException renamed) {
            return Optional.empty();
        }
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
