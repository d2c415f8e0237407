package io.gameday.reference.local;

import io.gameday.process.ChildProcess;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.host.HostMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings the app up so that it stays when the caller ends. One app at a time for each state folder.
public final class AppUp {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    private final Path stateFolder;
    private final Function<List<String>, List<String>> hostCommand;

    /// @param stateFolder see [AppState#stateFolder]; the app's own folder is made in it
    public AppUp(Path stateFolder) {
        this(stateFolder, LocalApp::hostCommand);
    }

    /// @param hostCommand command line of a host, given its arguments
    AppUp(Path stateFolder, Function<List<String>, List<String>> hostCommand) {
        this.stateFolder = stateFolder;
        this.hostCommand = hostCommand;
    }

    /// The folder to put into the configuration.
    public Path folder() {
        return stateFolder.toAbsolutePath().normalize();
    }

    /// The app that is up; empty when there is none.
    ///
    /// @throws IOException when its files cannot be read
    public Optional<LocalApp> running() throws IOException {
        Optional<AppState> state = AppState.read(stateFolder).filter(found -> found.host().alive());
        AppAddresses addresses = state.map(AppState::addresses).orElse(null);
        return addresses == null ? Optional.empty() : Optional.of(LocalApp.attach(state.get(), addresses));
    }

    /// As [#up(AppConfig, String, Consumer)], with the links kept by the host.
    public LocalApp up(AppConfig config, Consumer<String> progress) throws IOException, InterruptedException {
        return up(config, null, progress);
    }

    /// Starts the app and waits until it can be spoken to; tasks may still be starting then.
    ///
    /// @param toxiproxy `host:port` of a Toxiproxy that is to keep the links; null where the host does
    /// @throws IOException when one is up already, or it cannot be started; nothing new is left running then
    public LocalApp up(AppConfig config, @Nullable String toxiproxy, Consumer<String> progress)
            throws IOException, InterruptedException {
        Optional<AppState> before = AppState.read(stateFolder);
        if (before.isPresent() && before.get().host().alive()) {
            throw new IOException("an app is up already in " + before.get().folder() + " (process "
                    + before.get().host().pid() + "); use it, or end it with: gameday app down");
        }
        AppFolder folder = AppFolder.create(config, new SecureRandom());
        Files.deleteIfExists(folder.root().resolve("processes.jsonl"));
        Path output = folder.log("host-output");
        Files.deleteIfExists(output);
        Process process = start(config, toxiproxy, output, folder.log("host-errors"));
        AppState starting = new AppState(config.folder(), identity(process), null);
        // Written before it is ready, so that `down` finds it when we are interrupted now.
        starting.write(stateFolder);
        try {
            AppAddresses addresses = AppAddresses.parse(ready(process, output, progress));
            AppState state = new AppState(config.folder(), starting.host(), addresses);
            state.write(stateFolder);
            return LocalApp.attach(state, addresses);
        } catch (IOException | InterruptedException failed) {
            new AppDown(stateFolder).down();
            throw failed;
        }
    }

    private Process start(AppConfig config, @Nullable String toxiproxy, Path output, Path errors) throws IOException {
        // The terminal's interrupt and hang-up are for the caller; what is ignored stays ignored across exec.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "host"));
        List<String> arguments = new ArrayList<>(LocalApp.hostArguments(config, toxiproxy));
        arguments.add(HostMain.DETACHED);
        command.addAll(hostCommand.apply(arguments));
        return new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile()).redirectOutput(output.toFile())
                .redirectError(errors.toFile()).start();
    }

    /// Of a process that has ended already, an identity that no process has.
    private static ProcessIdentity identity(Process process) {
        return ProcessIdentity.of(process.pid()).orElse(new ProcessIdentity(process.pid(), 0, ""));
    }

    /// Follows what the host prints until its ready line.
    private static String ready(Process process, Path output, Consumer<String> progress)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int told = 0;
        while (System.nanoTime() < end) {
            boolean alive = process.isAlive();
            String text = Files.exists(output) ? Files.readString(output) : "";
            List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            for (String line : lines.subList(told, lines.size())) {
                if (line.startsWith(ChildProcess.READY)) {
                    return line.substring(ChildProcess.READY.length());
                }
                progress.accept(line);
            }
            told = lines.size();
            if (!alive) {
                throw new IOException("the host of the app ended with exit code " + process.exitValue() + "; it said: "
                        + LastLines.of(output.resolveSibling("host-errors.log")));
            }
            look(process);
        }
        throw new IOException("the app was not ready within " + PATIENCE.toSeconds() + " s; see " + output.getParent());
    }

    private static void look(Process process) throws InterruptedException {
        try {
            process.onExit().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            return;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
