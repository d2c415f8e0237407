package io.gameday.cli.prove;

import io.gameday.journal.JournalFormat;
import io.gameday.reference.AppConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// The campaign's own record, `prove.jsonl`: one line that says what it is, and one for each fault when that is over.
final class ProveJournal implements AutoCloseable {

    static final String FILE = "prove.jsonl";

    private final FileChannel channel;

    /// @throws IOException when it cannot be made
    ProveJournal(Path folder) throws IOException {
        channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// The first line.
    record Begun(Instant at, String campaign, long seed, int faults, AppConfig system) {
    }

    /// Each other line.
    record Proven(Instant at, Proof proof) {
    }

    /// @throws UncheckedIOException when it cannot be written
    void append(Begun begun) {
        line(begun);
    }

    /// @throws UncheckedIOException when it cannot be written
    void append(Proven proven) {
        line(proven);
    }

    private void line(Record what) {
        ByteBuffer bytes = ByteBuffer
                .wrap((JournalFormat.mapper().writeValueAsString(what) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(FILE + " cannot be written: " + full + ". Is the disk full?", full);
        }
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }
}
