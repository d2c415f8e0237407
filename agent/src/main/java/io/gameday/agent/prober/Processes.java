package io.gameday.agent.prober;

import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the operating system tells of a process, from `/proc`; nothing on systems without it.
final class Processes {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HEAP = Pattern.compile("\0-Xmx(\\d+)([kKmMgG])");

    private Processes() {
    }

    static Optional<MemoryJudgement.Held> held(@Nullable ProcessIdentity process) {
        if (process == null || !process.alive()) {
            return Optional.empty();
        }
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try {
            Matcher resident = RESIDENT
                    .matcher(Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1));
            Matcher heap = HEAP.matcher(Files.readString(folder.resolve("cmdline"), StandardCharsets.ISO_8859_1));
            return resident.find()
                    ? Optional.of(new MemoryJudgement.Held(Long.parseLong(resident.group(1)) >> 10,
                            heap.find() ? mebibytes(Long.parseLong(heap.group(1)), heap.group(2)) : null))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long mebibytes(long number, String unit) {
        return switch (unit) {
            case "g", "G" -> number << 10;
            case "k", "K" -> number >> 10;
            default -> number;
        };
    }
}
