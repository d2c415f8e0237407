package io.gameday.console.home;

import io.gameday.console.home.JournalLines.Line;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads a run's journal for its row on Home: as far as it goes, and later only what was added. Belongs to one thread
/// at a time.
final class JournalSkim {

    private final Path journal;
    private RunDigest digest = new RunDigest();
    private long offset;
    private int number;
    private long size = -1;
    private @Nullable FileTime modified;
    private @Nullable String trouble;
    private boolean torn;

    JournalSkim(Path journal) {
        this.journal = journal;
    }

    RunDigest digest() {
        return digest;
    }

    /// Why no more than the digest is known, in plain words; empty when everything could be read.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// The last line was cut off by a crash, or is just being written.
    boolean torn() {
        return torn;
    }

    /// @return true when something is new
    boolean read() {
        try {
            BasicFileAttributes now = Files.readAttributes(journal, BasicFileAttributes.class);
            if (now.size() == size && now.lastModifiedTime().equals(modified)) {
                return false;
            }
            if (now.size() < offset || trouble != null) {
                // Somebody replaced or repaired it.
                startOver();
            }
            size = now.size();
            modified = now.lastModifiedTime();
            readOn();
            return true;
        } catch (IOException unreadable) {
            String before = trouble;
            startOver();
            trouble = Texts.of(Files.exists(journal) ? "home.run.journal-unreadable" : "home.run.no-journal");
            return !trouble.equals(before);
        }
    }

    private void startOver() {
        digest = new RunDigest();
        offset = 0;
        number = 0;
        size = -1;
        trouble = null;
        torn = false;
    }

    private void readOn() throws IOException {
        torn = false;
        try (JournalLines lines = new JournalLines(journal, offset)) {
            Optional<Line> found = lines.next();
            while (found.isPresent()) {
                Line line = found.get();
                found = lines.next();
                if (!take(line, found.isEmpty())) {
                    return;
                }
            }
        }
    }

    /// @return false when nothing behind this line may be read
    private boolean take(Line line, boolean last) {
        if (!line.text().isBlank()) {
            try {
                digest.accept(JournalFormat.read(line.text()));
            } catch (JacksonException | IllegalArgumentException noEntry) {
                torn = last;
                trouble = last ? null : Texts.of("home.run.no-entry", String.valueOf(number + 1));
                return false;
            }
        }
        number++;
        offset = line.next();
        return true;
    }
}
