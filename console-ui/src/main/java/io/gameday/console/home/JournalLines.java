package io.gameday.console.home;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The lines of a journal one after the other from some place on, without holding the file.
final class JournalLines implements AutoCloseable {

    /// Far more than any entry needs: what is longer is no journal, and must not fill the memory.
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long next;

    /// @param from where a line begins
    JournalLines(Path file, long from) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        in = new BufferedInputStream(Channels.newInputStream(channel.position(from)), 1 << 16);
        next = from;
    }

    /// @param ended  false when the file ends before the line does
    /// @param next   where the following line begins
    record Line(String text, boolean ended, long next) {
    }

    /// Empty at the end of the file.
    ///
    /// @throws IOException when it cannot be read, or a line is longer than [#LONGEST]
    Optional<Line> next() throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            line.write(read);
            if (line.size() > LONGEST) {
                throw new IOException("a line is longer than " + LONGEST + " bytes");
            }
            read = in.read();
        }
        next += line.size() + (read < 0 ? 0 : 1);
        return Optional.of(new Line(line.toString(StandardCharsets.UTF_8), read >= 0, next));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
