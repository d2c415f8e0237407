package io.gameday.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads a journal, complete or not.
public final class JournalReader {

    private static final int PARTS_A_CORE = 8;

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

    /// Lines do not depend on each other, and a long game day has many: every core reads some.
    ///
    /// @throws JournalFailure when there is no such file, or a line other than the last cannot be read; the message
    ///                        names the line
    public static Journalled read(Path file) {
        byte[] bytes = bytes(file);
        List<Line> lines = parts(bytes).parallelStream().map(part -> lines(bytes, part)).flatMap(List::stream).toList();
        List<Entry> entries = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.entry() != null) {
                entries.add(line.entry());
            } else if (line.wrong() != null) {
                if (lines.subList(i + 1, lines.size()).stream().allMatch(Line.BLANK::equals)) {
                    return new Journalled(List.copyOf(entries), true);
                }
                throw new JournalFailure(
                        file + ":" + (i + 1) + ": no entry of a journal: " + line.wrong().getOriginalMessage()
                                + ". Remove or repair that line; the others are kept as they are.",
                        line.wrong());
            }
        }
        return new Journalled(List.copyOf(entries), false);
    }

    /// With an entry, or with what is wrong, or blank.
    private record Line(@Nullable Entry entry, @Nullable JacksonException wrong) {

        private static final Line BLANK = new Line(null, null);

        static Line read(byte[] bytes, int from, int to) {
            try {
                return new Line(JournalFormat.read(bytes, from, to), null);
            } catch (JacksonException e) {
                // A crash may have cut a line in the middle of a character, which is no reason to refuse the rest.
                String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                return text.isBlank() ? BLANK : again(text);
            }
        }

        private static Line again(String text) {
            try {
                return new Line(JournalFormat.read(text), null);
            } catch (JacksonException e) {
                return new Line(null, e);
            }
        }
    }

    /// Some lines that follow on each other, from `from` to before `to`.
    private record Part(int from, int to) {
    }

    /// More than there are cores, as some lines are longer to read than others; each ends where a line does.
    private static List<Part> parts(byte[] bytes) {
        int each = bytes.length / (PARTS_A_CORE * Runtime.getRuntime().availableProcessors());
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from <= bytes.length;) {
            int to = end(bytes, Math.min(bytes.length, from + each));
            parts.add(new Part(from, to));
            from = to + 1;
        }
        return parts;
    }

    private static List<Line> lines(byte[] bytes, Part part) {
        List<Line> lines = new ArrayList<>();
        for (int from = part.from(); from <= part.to();) {
            int to = end(bytes, from);
            lines.add(Line.read(bytes, from, to));
            from = to + 1;
        }
        return lines;
    }

    /// Where the line ends that `at` stands in.
    private static int end(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new JournalFailure(
                    "There is no journal at " + file + ". Give the folder of a run, such as runs/NAME.", e);
        } catch (IOException e) {
            throw new JournalFailure("The journal " + file + " cannot be read: " + e + ".", e);
        }
    }
}
