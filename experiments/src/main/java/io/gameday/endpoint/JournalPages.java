package io.gameday.endpoint;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads pieces of a journal from the disk while it grows. Only the places of some lines are kept, so a long run needs
/// no more memory than a short one. Blocks, so it is not for loops and network threads.
final class JournalPages {

    /// At most so many entries in one piece.
    static final int MOST = 1_000;
    /// And so many bytes, unless a single entry is larger: an answer must fit into what our own caller takes.
    private static final int MOST_BYTES = 512 << 10;
    private static final int MARK_EVERY = 256;
    private static final int BUFFER = 64 << 10;

    private final Path file;
    /// Where the line after each 256 entries begins. The line's number is the entry's.
    private final List<Long> marks = new ArrayList<>(List.of(0L));

    JournalPages(Path file) {
        this.file = file;
    }

    /// @param entries a JSON array
    /// @param more    true when there are entries behind these by now
    record Page(String entries, boolean more) {
    }

    /// The entries after number `after`. A line that is still being written is left out.
    ///
    /// @param after zero or more
    synchronized Page after(long after) throws IOException {
        int mark = (int) Math.min(after / MARK_EVERY, marks.size() - 1);
        long seq = (long) mark * MARK_EVERY;
        long offset = marks.get(mark);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            in.skipNBytes(offset);
            StringBuilder entries = new StringBuilder("[");
            int bytes = 0;
            for (byte[] line = line(in); line != null; line = line(in)) {
                if (seq >= after + MOST || bytes > 0 && bytes + line.length > MOST_BYTES) {
                    return new Page(entries.append(']').toString(), true);
                }
                seq++;
                offset += line.length + 1;
                if (seq == (long) marks.size() * MARK_EVERY) {
                    marks.add(offset);
                }
                if (seq > after) {
                    entries.append(bytes == 0 ? "" : ",").append(new String(line, StandardCharsets.UTF_8));
                    bytes += line.length;
                }
            }
            return new Page(entries.append(']').toString(), false);
        }
    }

    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return null;
    }
}
