package io.gameday.agent.ledger;

import io.gameday.journal.JournalFormat;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
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
    private final LineFile file;
    private final LineFile copy;
    /// Lines that the copy lacks; it gets them with the next one.
    private byte[] owed = {};
    private Consumer<String> onCopyFailure = failure -> {
    };
    private boolean copyFailed;

    /// @param copy is closed with `file`
    Ledger(String run, Clock clock, LineFile file, LineFile copy) {
        this.run = run;
        this.clock = clock;
        this.file = file;
        this.copy = copy;
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
            LineFile lines = new LineFile(file);
            try {
                return new Ledger(run, clock, lines, new LineFile(runFolder.resolve("faults.jsonl")));
            } catch (IOException e) {
                lines.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LedgerFailure("The ledger " + file + " cannot be opened: " + e
                    + ". Is the folder writable? GAMEDAY_STATE names another.", e);
        }
    }

    /// @param told once, when the copy could not be written
    public void onCopyFailure(Consumer<String> told) {
        onCopyFailure = told;
    }

    /// Returns once `entry` is on the disk, with the line that says so. What was not written leaves no trace that would
    /// spoil the lines after it. Nothing is decided by the copy, so its failure is no failure of this: it catches up.
    ///
    /// @throws LedgerFailure when it could not be written; what it announces must then not be done
    public LedgerEntry.Line append(LedgerEntry entry) {
        LedgerEntry.Line written = new LedgerEntry.Line(clock.now(), run, entry);
        byte[] line = (JSON.writeValueAsString(written) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            file.appendForced(line);
        } catch (IOException e) {
            throw new LedgerFailure("The ledger " + file.path + " cannot be written: " + e + ". Is the disk full?", e);
        }
        copy(line);
        return written;
    }

    private void copy(byte[] line) {
        byte[] lines = Arrays.copyOf(owed, owed.length + line.length);
        System.arraycopy(line, 0, lines, owed.length, line.length);
        try {
            copy.append(lines);
            owed = new byte[0];
        } catch (IOException e) {
            owed = lines;
            if (!copyFailed) {
                copyFailed = true;
                onCopyFailure.accept(copy.path + " cannot be written: " + e + ". Is the disk full? Nothing is lost: "
                        + file.path + " has every line.");
            }
        }
    }

    @Override
    public void close() {
        try (file; copy) {
            return;
        } catch (IOException e) {
            throw new LedgerFailure("The ledger " + file.path + " cannot be closed: " + e + ".", e);
        }
    }
}
