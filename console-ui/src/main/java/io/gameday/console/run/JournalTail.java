package io.gameday.console.run;

import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads a journal while somebody else writes it: each call gives what has come since the last one. Not thread-safe.
final class JournalTail {

    /// At most so much at a time, so that a long journal comes in portions.
    private static final int PORTION = 2 << 20;

    private final Path file;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long offset;
    private int line;
    private @Nullable JournalFailure broken;

    JournalTail(Path file) {
        this.file = file;
    }

    /// The entries whose lines are complete by now; a line that is still being written waits for the next call.
    ///
    /// @throws JournalFailure when a line is no entry; the message names it. What came before it was returned before
    List<Entry> next() {
        if (broken != null) {
            throw broken;
        }
        byte[] portion = read();
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < portion.length; i++) {
            if (portion[i] == '\n') {
                unfinished.write(portion, from, i - from);
                from = i + 1;
                String text = unfinished.toString(StandardCharsets.UTF_8);
                unfinished.reset();
                line++;
                try {
                    if (!text.isBlank()) {
                        entries.add(JournalFormat.read(text));
                    }
                } catch (JacksonException e) {
                    broken = new JournalFailure(Texts.of("run.no-entry", file.toString(), String.valueOf(line),
                            String.valueOf(e.getOriginalMessage())), e);
                    return entries;
                }
            }
        }
        unfinished.write(portion, from, portion.length - from);
        return entries;
    }

    Path file() {
        return file;
    }

    /// The number of a last line that has no end so far.
    Optional<Integer> torn() {
        return unfinished.size() == 0 ? Optional.empty() : Optional.of(line + 1);
    }

    private byte[] read() {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(PORTION, Math.max(0, channel.size() - offset));
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                // A read may give less than was asked for.
                continue;
            }
            offset += buffer.position();
            byte[] portion = new byte[buffer.position()];
            buffer.flip().get(portion);
            return portion;
        } catch (NoSuchFileException notYet) {
            // The folder is made before its journal.
            return new byte[0];
        } catch (IOException e) {
            throw new JournalFailure("The journal " + file + " cannot be read: " + e + ".", e);
        }
    }
}
