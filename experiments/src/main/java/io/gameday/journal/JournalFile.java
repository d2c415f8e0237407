package io.gameday.journal;

import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A journal in a file, one line per event, handed to the operating system with each event: killing this process
/// loses nothing. Belongs to one loop.
public final class JournalFile implements Journal, AutoCloseable {

    private final Path file;
    private final String run;
    private final Clock clock;
    private final FileChannel channel;
    private final List<Consumer<Entry>> followers = new ArrayList<>();
    private long seq;

    /// Begins a new journal.
    ///
    /// @throws JournalFailure when the file exists already or cannot be made
    public JournalFile(Path file, String run, Clock clock) {
        this.file = file;
        this.run = run;
        this.clock = clock;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new JournalFailure("The journal " + file + " exists already. Every run has a folder of its own:"
                    + " give another, or move this one away.", e);
        } catch (IOException e) {
            throw new JournalFailure("The journal " + file + " cannot be made: " + e + ". Is the folder writable?", e);
        }
    }

    /// Shows every entry from now on to `follower`, on the loop, after it was written.
    public void follow(Consumer<Entry> follower) {
        followers.add(follower);
    }

    @Override
    public Entry append(Event event) {
        Entry entry = new Entry(++seq, clock.now(), run, event);
        ByteBuffer line = ByteBuffer.wrap((JournalFormat.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new JournalFailure("The journal " + file + " cannot be written: " + e + ". Is the disk full?", e);
        }
        followers.forEach(follower -> follower.accept(entry));
        return entry;
    }

    @Override
    public void close() {
        try {
            channel.force(true);
            channel.close();
        } catch (IOException e) {
            throw new JournalFailure("The journal " + file + " cannot be closed: " + e + ".", e);
        }
    }
}
