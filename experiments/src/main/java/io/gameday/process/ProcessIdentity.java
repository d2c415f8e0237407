package io.gameday.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Which process, for certain: a pid alone may belong to somebody else by now.
///
/// @param startTicks when the process began, in clock ticks since boot (field 22 of `/proc/PID/stat`); -1 on systems
///                   without `/proc`
/// @param bootId     of the machine's current boot; empty on systems without `/proc`
public record ProcessIdentity(long pid, long startTicks, String bootId) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Set<String> DEAD = Set.of("Z", "X");
    private static final int START_TIME_AFTER_NAME = 19;

    /// The process that has this pid now; empty when there is none, or only what is left of one that its parent has
    /// not asked about yet (a zombie).
    public static Optional<ProcessIdentity> of(long pid) {
        if (ProcessHandle.of(pid).isEmpty()) {
            return Optional.empty();
        }
        if (!Files.exists(BOOT_ID)) {
            return Optional.of(new ProcessIdentity(pid, -1, ""));
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The name stands in brackets and may hold anything, so fields are counted from the last bracket.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (DEAD.contains(fields[0])) {
                return Optional.empty();
            }
            String boot = Files.readString(BOOT_ID).strip();
            return Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[START_TIME_AFTER_NAME]), boot));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// True while exactly this process lives.
    public boolean alive() {
        return of(pid).map(this::equals).orElse(false);
    }
}
