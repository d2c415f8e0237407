package io.gameday.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Reads a journal, complete or not.
public final class JournalReader {

    private JournalReader() {
    }

    /// What a journal file holds.
    ///
    /// @param torn true when the last line was cut off by a crash; it is left out
    public record Journalled(List<Entry> entries, boolean torn) {

        /// True when the run came to its end.
        public boolean complete() {
            return !entries.isEmpty() && entries.getLast().event() instanceof Event.RunEnded;
        }
    }

    /// @throws JournalFailure when there is no such file, or a line other than the last cannot be read; the message
    ///                        names the line
    public static Journalled read(Path file) {
        String text = text(file);
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            boolean last = newline < 0;
            String line = text.substring(from, last ? text.length() : newline);
            from = last ? text.length() : newline + 1;
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                entries.add(JournalFormat.read(line));
            } catch (JacksonException e) {
                if (last || text.substring(from).isBlank()) {
                    return new Journalled(List.copyOf(entries), true);
                }
                throw new JournalFailure(file + ":" + number + ": no entry of a journal: " + e.getOriginalMessage()
                        + ". Remove or repair that line; the others are kept as they are.", e);
            }
        }
        return new Journalled(List.copyOf(entries), false);
    }

    private static String text(Path file) {
        try {
            // Not readString: a crash may have cut the last line in the middle of a character, which is no reason to
            // refuse the rest.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new JournalFailure(
                    "There is no journal at " + file + ". Give the folder of a run, such as runs/NAME.", e);
        } catch (IOException e) {
            throw new JournalFailure("The journal " + file + " cannot be read: " + e + ".", e);
        }
    }
}
