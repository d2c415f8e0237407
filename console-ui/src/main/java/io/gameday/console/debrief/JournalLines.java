package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.JournalFormat;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// A journal for looking at: a line that cannot be read is told and left out, so that the others can be seen.
///
/// @param bad  numbers and reasons of lines that are no entries
/// @param torn the last line was cut off, as a crash leaves it
record JournalLines(List<Entry> entries, List<BadLine> bad, boolean torn) {

    /// @param number as an editor counts them
    record BadLine(int number, String why) {
    }

    private static final long PORTION = 2 << 20;

    /// @param progress told a sentence for each portion
    static JournalLines read(Path file, Consumer<String> progress) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        long size = Files.size(file);
        int number = 0;
        int lastWritten = 0;
        long told = -PORTION;
        try (Counted bytes = new Counted(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (bytes.count - told >= PORTION) {
                    told = bytes.count;
                    progress.accept(Texts.of("debrief.reading.megabytes", file.getFileName().toString(),
                            megabytes(told), megabytes(size)));
                }
                if (!line.isBlank()) {
                    lastWritten = number;
                    add(line, number, entries, bad);
                }
            }
        }
        boolean torn = !bad.isEmpty() && bad.getLast().number() == lastWritten;
        return new JournalLines(List.copyOf(entries), List.copyOf(torn ? bad.subList(0, bad.size() - 1) : bad), torn);
    }

    private static void add(String line, int number, List<Entry> entries, List<BadLine> bad) {
        try {
            entries.add(JournalFormat.read(line));
        } catch (JacksonException e) {
            bad.add(new BadLine(number, "no entry of a journal"));
        }
    }

    private static String megabytes(long bytes) {
        double megabytes = bytes / 1e6;
        return String.format(Locale.ROOT, megabytes < 10 ? "%.1f" : "%.0f", megabytes);
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
