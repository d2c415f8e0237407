package io.gameday.reference.local;

import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppFolder;
import io.gameday.reference.host.StartedProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends the app that [AppUp] left running, and proves it: every process that the host ever started is looked for by
/// its identity, so nobody else's process is touched.
public final class AppDown {

    private static final Duration HOST_PATIENCE = Duration.ofSeconds(8);
    private static final Duration CHILD_PATIENCE = Duration.ofSeconds(5);

    private final Path stateFolder;

    public AppDown(Path stateFolder) {
        this.stateFolder = stateFolder;
    }

    /// What became of the app.
    ///
    /// @param folder  it ran in
    /// @param ended   processes that are proven gone
    /// @param killed  names of those among them that did not end when asked
    /// @param left    names and pids of those that are still there, whatever was tried
    public record Down(String folder, int ended, List<String> killed, List<String> left) {
    }

    /// @return empty when no app was up
    public Optional<Down> down() throws IOException, InterruptedException {
        Optional<AppState> state = AppState.read(stateFolder);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        List<StartedProcesses.Started> all = new ArrayList<>();
        all.add(new StartedProcesses.Started("host", state.get().host()));
        List<String> killed = new ArrayList<>();
        if (!end(state.get().host(), HOST_PATIENCE)) {
            kill(state.get().host());
            killed.add("host");
        }
        all.addAll(StartedProcesses.read(new AppFolder(Path.of(state.get().folder()))));
        long end = System.nanoTime() + CHILD_PATIENCE.toNanos();
        for (StartedProcesses.Started process : all) {
            if (!gone(process.identity(), Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                kill(process.identity());
                killed.add(process.name());
            }
        }
        List<String> left = all.stream().filter(process -> !gone(process.identity(), Duration.ofSeconds(1)))
                .map(process -> process.name() + " (process " + process.identity().pid() + ")").toList();
        if (left.isEmpty()) {
            AppState.delete(stateFolder);
        }
        return Optional.of(new Down(state.get().folder(), all.size() - left.size(), List.copyOf(killed), left));
    }

    /// Asks it to end (SIGTERM). @return false when it is still there after `patience`
    private static boolean end(ProcessIdentity process, Duration patience) {
        handle(process).ifPresent(ProcessHandle::destroy);
        return gone(process, patience);
    }

    private static void kill(ProcessIdentity process) {
        handle(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static boolean gone(ProcessIdentity process, Duration patience) {
        Optional<ProcessHandle> handle = handle(process);
        if (handle.isEmpty()) {
            return true;
        }
        try {
            handle.get().onExit().get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return !process.alive();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.alive();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Empty when exactly this process is gone.
    private static Optional<ProcessHandle> handle(ProcessIdentity process) {
        return ProcessHandle.of(process.pid()).filter(found -> process.alive());
    }
}
