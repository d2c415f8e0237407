package io.gameday.benchmark;

import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One `gameday` command as a user would start it, watched from outside together with every process it started.
final class Launched implements AutoCloseable {

    private static final long PAGE_BYTES = 4096;
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final Path out;
    private final long started = System.nanoTime();
    private final Map<Long, ProcessIdentity> seen = new LinkedHashMap<>();
    private final Map<Long, String> names = new LinkedHashMap<>();

    /// @param gameday the launcher
    /// @param out     where run folders are to be made; also gets `output.txt`
    Launched(Path gameday, Path out, List<String> arguments) throws IOException {
        Files.createDirectories(out);
        this.out = out;
        // A campaign started in the background would hand down its deafness to interrupts.
        List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT", gameday.toString()));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(out.resolve("output.txt").toFile()).redirectInput(Path.of("/dev/null").toFile())
                .start();
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    boolean running() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /// Looks at every process that descends from the command; what was seen once is remembered when its parent dies.
    ///
    /// @return those that live now, the command's own first
    List<ProcessHandle> look() {
        List<ProcessHandle> now = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(ProcessHandle::isAlive).toList();
        for (ProcessHandle handle : now) {
            if (!seen.containsKey(handle.pid())) {
                ProcessIdentity.of(handle.pid()).ifPresent(identity -> seen.put(handle.pid(), identity));
            }
            // The launcher becomes the controller and a shell becomes what it starts: the newest name counts.
            names.put(handle.pid(), name(handle));
        }
        return now;
    }

    /// Names of the processes ever seen that still live.
    List<String> left() {
        return seen.values().stream().filter(ProcessIdentity::alive)
                .map(identity -> names.get(identity.pid()) + " (" + identity.pid() + ")").toList();
    }

    Optional<ProcessHandle> named(String name) {
        return look().stream().filter(handle -> name(handle).equals(name)).findFirst();
    }

    private static String name(ProcessHandle handle) {
        String line = commandLine(handle);
        for (String part : List.of("AgentMain", "HostMain", "ControlPlaneMain", "RouterMain", "OrdersTask",
                "InventoryServer", "io.gameday.cli.Gameday", "postgres")) {
            if (line.contains(part)) {
                return part;
            }
        }
        return handle.info().command().map(c -> Path.of(c).getFileName().toString()).orElse("?");
    }

    /// The whole of it: what the JVM tells is cut off, and our class paths are long.
    private static String commandLine(ProcessHandle handle) {
        try {
            return Files.readString(Path.of("/proc/" + handle.pid() + "/cmdline")).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    /// Resident memory in MiB; 0 when the process is gone.
    static double residentMebibytes(ProcessHandle handle) {
        try {
            String[] fields = Files.readString(Path.of("/proc/" + handle.pid() + "/statm")).split(" ");
            // Pages shared between processes (the AOT cache, PostgreSQL's buffers) would be counted again and again.
            return (Long.parseLong(fields[1]) - Long.parseLong(fields[2])) * PAGE_BYTES / 1048576.0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /// The most resident memory it ever had, in MiB, shared pages included; 0 when the process is gone.
    static double peakMebibytes(ProcessHandle handle) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + handle.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0).findFirst().orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /// CPU used so far, in seconds; 0 when the process is gone.
    static double cpuSeconds(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    /// The run's folder, once it is there.
    Optional<Path> runFolder() throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.filter(Files::isDirectory).sorted().findFirst();
        }
    }

    void signal(String name, boolean wholeGroup) throws IOException, InterruptedException {
        String whom = wholeGroup ? "-" + process.pid() : String.valueOf(process.pid());
        new ProcessBuilder("kill", "-" + name, "--", whom).inheritIO().start().waitFor();
    }

    int exitCode(int limitSeconds) throws InterruptedException {
        return process.waitFor(limitSeconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        look();
        seen.values().stream().filter(ProcessIdentity::alive)
                .forEach(identity -> ProcessHandle.of(identity.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }
}
