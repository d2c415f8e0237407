package io.gameday.agent.ledger;

import io.gameday.journal.JournalFormat;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// The faults of one run, one JSON line for each step, on the disk before the step is taken. The same lines go to
/// `faults.jsonl` of the run's folder. Belongs to one loop.
public final class Ledger implements AutoCloseable {

    /// What a run may be called, since files are named after it.
    public static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final String run;
    private final Clock clock;
    private final Path file;
    private final FileChannel channel;
    private final Path copyFile;
    private final FileChannel copy;

    private Ledger(String run, Clock clock, Path file, Path copyFile) throws IOException {
        this.run = run;
        this.clock = clock;
        this.file = file;
        this.copyFile = copyFile;
        channel = open(file);
        try {
            copy = open(copyFile);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Opens the ledger of `run` for appending. A line that a crash cut off is cut away first, so that the next one
    /// stands alone.
    ///
    /// @throws LedgerFailure when a file cannot be made or written
    public static Ledger open(StateFolder state, String run, Path runFolder, Clock clock) {
        if (!RUN.matcher(run).matches()) {
            throw new IllegalArgumentException("run is '" + run + "'; allowed: " + RUN.pattern());
        }
        Path file = state.ledger(run);
        try {
            Files.createDirectories(state.ledgers());
            Files.createDirectories(runFolder);
            return new Ledger(run, clock, file, runFolder.resolve("faults.jsonl"));
        } catch (IOException e) {
            throw new LedgerFailure("The ledger " + file + " cannot be opened: " + e
                    + ". Is the folder writable? GAMEDAY_STATE names another.", e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        long end = channel.size();
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
        channel.position(end);
        return channel;
    }

    /// Returns once `entry` is on the disk, with the line that says so.
    ///
    /// @throws LedgerFailure when it could not be written; what it announces must then not be done
    public LedgerEntry.Line append(LedgerEntry entry) {
        LedgerEntry.Line written = new LedgerEntry.Line(clock.now(), run, entry);
        byte[] line = (JSON.writeValueAsString(written) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            write(channel, line);
            channel.force(true);
        } catch (IOException e) {
            throw new LedgerFailure("The ledger " + file + " cannot be written: " + e + ". Is the disk full?", e);
        }
        try {
            write(copy, line);
        } catch (IOException e) {
            throw new LedgerFailure(copyFile + " cannot be written: " + e + ". Is the disk full?", e);
        }
        return written;
    }

    private static void write(FileChannel to, byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    @Override
    public void close() {
        try (channel; copy) {
            channel.force(true);
            copy.force(true);
        } catch (IOException e) {
            throw new LedgerFailure("The ledger " + file + " cannot be closed: " + e + ".", e);
        }
    }
}
