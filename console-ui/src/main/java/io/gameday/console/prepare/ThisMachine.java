package io.gameday.console.prepare;

import com.sun.management.OperatingSystemMXBean;
import io.gameday.agent.RunLock;
import io.gameday.agent.ledger.Replay;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The machine that the console runs on.
public final class ThisMachine implements Machine {

    /// What the reference app, its databases and the controller take together, with room to spare.
    private static final long MEMORY = 2L << 30;
    private static final long DISK = 1L << 30;
    private static final Path MEMORY_FILE = Path.of("/proc/meminfo");

    private final StateFolder state;
    private final Path launcher;
    private final Path runs;

    /// @param state    where ledgers and the lock are
    /// @param launcher the script `gameday`
    /// @param runs     where run folders are made; need not exist yet
    public ThisMachine(StateFolder state, Path launcher, Path runs) {
        this.state = state;
        this.launcher = launcher;
        this.runs = runs.toAbsolutePath();
    }

    @Override
    public Seen noFaultInForce() {
        List<Standing> standing = Replay.all(state).stream().flatMap(replay -> replay.mayBeInForce().stream()).toList();
        if (standing.isEmpty()) {
            return new Seen(true, Texts.of("prepare.machine.no-fault"));
        }
        Standing first = standing.getFirst();
        return new Seen(false,
                Texts.of(standing.size() == 1 ? "prepare.machine.fault" : "prepare.machine.faults",
                        first.fault().kind(), first.fault().scope().toString(), first.run(),
                        String.valueOf(standing.size() - 1)));
    }

    /// Reads who holds the lock, and tries the lock only where that process lives: trying it in vain would turn away a
    /// run that starts at this very moment.
    @Override
    public Seen noOtherRun() {
        Optional<RunLock.Holder> holder = holder();
        boolean alive = holder.flatMap(h -> ProcessHandle.of(h.pid())).filter(ProcessHandle::isAlive).isPresent();
        if (!alive || !locked()) {
            return new Seen(true, Texts.of("prepare.machine.no-run"));
        }
        return new Seen(false, Texts.of("prepare.machine.run", holder.map(RunLock.Holder::run).orElse("")));
    }

    private Optional<RunLock.Holder> holder() {
        try {
            String text = Files.readString(state.runLock());
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(JournalFormat.mapper().readValue(text, RunLock.Holder.class));
        } catch (NoSuchFileException | JacksonException neverOrNotYetWritten) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean locked() {
        try (FileChannel channel = FileChannel.open(state.runLock(), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Seen room() {
        try {
            Path there = runs;
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            long memory = freeMemory();
            long disk = Files.getFileStore(there).getUsableSpace();
            String seen = Texts.of("prepare.machine.room", gib(memory), gib(disk));
            boolean well = memory >= MEMORY && disk >= DISK;
            return new Seen(well, well ? seen : Texts.of("prepare.machine.no-room", seen, gib(MEMORY), gib(DISK)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Linux counts what it could give up as taken unless asked this way.
    private static long freeMemory() throws IOException {
        if (Files.isReadable(MEMORY_FILE)) {
            for (String line : Files.readAllLines(MEMORY_FILE)) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
        }
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }

    @Override
    public Seen launcher() {
        if (!Files.isExecutable(launcher)) {
            return new Seen(false, Texts.of("prepare.machine.launcher", launcher.toString()));
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Files.isExecutable(java)
                ? new Seen(true, "Java " + Runtime.version().feature())
                : new Seen(false, Texts.of("prepare.machine.java", java.toString()));
    }
}
