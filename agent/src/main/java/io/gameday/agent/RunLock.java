package io.gameday.agent;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// One run at a time on a machine. The lock goes with its process, however that ends; what it holds tells a second run
/// who is there.
public final class RunLock implements AutoCloseable {

    /// Locks of this process. The system would drop them if the file were opened and closed here a second time.
    private static final Map<Path, Holder> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Who holds the lock.
    public record Holder(String run, long pid, String runFolder) {
    }

    /// Another run is under way. The message names it and says what to do.
    public static final class Taken extends Exception {

        private static final long serialVersionUID = 1;
        private final transient @Nullable Holder holder;

        Taken(@Nullable Holder holder, Path file) {
            super(holder == null
                    ? "Another run is under way (it holds " + file + "). One run at a time on a machine: wait until it "
                            + "ends, or set GAMEDAY_STATE to another folder for a system of its own."
                    : "Run " + holder.run() + " is under way (process " + holder.pid() + ", folder "
                            + holder.runFolder() + "). One run at a time on a machine: wait until it ends, or end it "
                            + "with Ctrl-C in its terminal or: kill -INT " + holder.pid());
            this.holder = holder;
        }

        /// Empty when it has not written its name yet.
        public @Nullable Holder holder() {
            return holder;
        }
    }

    /// Takes the lock for `run`.
    ///
    /// @throws Taken       when another run holds it
    /// @throws IOException when the file cannot be made
    public static RunLock take(StateFolder state, String run, Path runFolder) throws Taken, IOException {
        Files.createDirectories(state.root());
        Path file = state.root().toRealPath().resolve(state.runLock().getFileName());
        Holder self = new Holder(run, ProcessHandle.current().pid(), runFolder.toAbsolutePath().normalize().toString());
        Holder ours = HELD.putIfAbsent(file, self);
        if (ours != null) {
            throw new Taken(ours, file);
        }
        boolean taken = false;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new Taken(read(channel), file);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            (JournalFormat.mapper().writeValueAsString(self) + "\n").getBytes(StandardCharsets.UTF_8)),
                    0);
            channel.force(true);
            taken = true;
            return new RunLock(file, channel);
        } finally {
            if (!taken) {
                channel.close();
                HELD.remove(file);
            }
        }
    }

    private static @Nullable Holder read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(Math.min(channel.size(), 1 << 16)));
        channel.read(content, 0);
        try {
            return JournalFormat.mapper().readValue(content.array(), Holder.class);
        } catch (JacksonException notYetWritten) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                channel.truncate(0);
            } finally {
                HELD.remove(file);
            }
        }
    }
}
