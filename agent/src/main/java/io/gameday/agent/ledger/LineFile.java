package io.gameday.agent.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of whole lines: what was written of one that failed is cut away again, so that the next stands alone.
class LineFile implements AutoCloseable {

    final Path path;
    private final FileChannel channel;
    /// Where the last whole line ends.
    private long end;

    /// Opens it for appending, and cuts away a line that a crash cut off.
    LineFile(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        while (end > 0) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
    }

    /// @param lines each with its line break
    /// @throws IOException when they could not be written; nothing of them is left then, or will be after the next
    ///     call
    void append(byte[] lines) throws IOException {
        try {
            // Once more, in case it failed the last time.
            channel.truncate(end);
            channel.position(end);
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            while (bytes.hasRemaining()) {
                write(channel, bytes);
            }
            end += lines.length;
        } catch (IOException failure) {
            cutBack(failure);
            throw failure;
        }
    }

    /// Like [#append], and it is on the disk.
    void appendForced(byte[] lines) throws IOException {
        append(lines);
        try {
            channel.force(true);
        } catch (IOException failure) {
            end -= lines.length;
            cutBack(failure);
            throw failure;
        }
    }

    private void cutBack(IOException failure) {
        try {
            channel.truncate(end);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }

    /// Writes some of `bytes`; the disk is full in a test.
    void write(FileChannel to, ByteBuffer bytes) throws IOException {
        to.write(bytes);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(true);
        }
    }
}
