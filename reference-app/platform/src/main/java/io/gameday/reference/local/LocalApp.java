package io.gameday.reference.local;

import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.http.Network;
import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.host.HostMain;
import io.gameday.target.Answer;
import io.gameday.target.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The running reference app in the hands of its owner, or of somebody who found it running. Its methods wait; call
/// them from a thread that may. Safe for use by several threads.
public final class LocalApp implements AutoCloseable {

    /// More than so many cells of processes are more than one machine carries; a simulation has room for all.
    public static final int MOST_CELLS = 12;

    private static final int HOST_HEAP = 64;
    private static final Duration HOST_PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;
    private static final int END_SECONDS = 6;

    private final AppConfig config;
    private final AppFolder folder;
    private final String token;
    private final AppAddresses addresses;
    private final @Nullable ChildProcess host;
    private final CompletableFuture<String> ended;

    private LocalApp(AppConfig config, AppFolder folder, AppAddresses addresses, @Nullable ChildProcess host,
            CompletableFuture<String> ended) throws IOException {
        this.config = config;
        this.folder = folder;
        this.token = folder.token();
        this.addresses = addresses;
        this.host = host;
        this.ended = ended;
    }

    /// As [#start(AppConfig, String, Consumer)], with the links kept by the host.
    public static LocalApp start(AppConfig config, Consumer<String> progress) throws IOException, InterruptedException {
        return start(config, null, progress);
    }

    /// Writes the configuration, starts the host as a child of this process and waits until the router and the control
    /// plane can be spoken to. Tasks may still be starting: see [#awaitHealthy].
    ///
    /// @param toxiproxy `host:port` of a Toxiproxy that is to keep the links; null where the host does
    /// @param progress  told in a few words what is being waited for, from several threads
    /// @throws IOException when it cannot be started; nothing is left running then
    public static LocalApp start(AppConfig config, @Nullable String toxiproxy, Consumer<String> progress)
            throws IOException, InterruptedException {
        if (config.cells().size() > MOST_CELLS) {
            throw new IOException(tooMany(config));
        }
        AppFolder folder = AppFolder.create(config, new SecureRandom());
        CompletableFuture<String> ended = new CompletableFuture<>();
        Path errors = folder.log("host-errors");
        ChildProcess host = ChildProcess.start("host", hostCommand(hostArguments(config, toxiproxy)), Map.of(), errors,
                progress,
                code -> ended.complete("the host of the app ended with exit code " + code + "; see " + errors));
        try {
            String ready = host.ready().get(HOST_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new LocalApp(config, folder, AppAddresses.parse(ready), host, ended);
        } catch (TimeoutException slow) {
            host.close();
            throw new IOException(
                    "the app was not ready within " + HOST_PATIENCE.toSeconds() + " s; see " + folder.logs(), slow);
        } catch (ExecutionException failed) {
            host.close();
            throw new IOException(failed.getCause().getMessage() + "; it said: " + LastLines.of(errors), failed);
        } catch (InterruptedException interrupted) {
            host.close();
            throw interrupted;
        }
    }

    /// Why an app of more than [#MOST_CELLS] is not started.
    public static String tooMany(AppConfig config) {
        return "system.cells is " + config.cells().size() + "; allowed as processes of one machine: 1 to " + MOST_CELLS
                + ". Play it with: --on simulated";
    }

    /// The app that was brought up by [AppUp]. Closing this leaves it running.
    static LocalApp attach(AppState state, AppAddresses addresses) throws IOException {
        AppFolder folder = new AppFolder(Path.of(state.folder()));
        CompletableFuture<String> ended = new CompletableFuture<>();
        ProcessHandle.of(state.host().pid()).ifPresent(host -> host.onExit()
                .thenRun(() -> ended.complete("the app in " + state.folder() + " was ended by somebody else")));
        return new LocalApp(folder.config(), folder, addresses, null, ended);
    }

    static List<String> hostArguments(AppConfig config, @Nullable String toxiproxy) {
        return toxiproxy == null ? List.of(config.folder()) : List.of(config.folder(), HostMain.TOXIPROXY + toxiproxy);
    }

    static List<String> hostCommand(List<String> arguments) {
        return JavaCommand.of(HostMain.class, HOST_HEAP, arguments);
    }

    public AppConfig config() {
        return config;
    }

    public AppFolder folder() {
        return folder;
    }

    /// What the app's own endpoints ask for.
    public String token() {
        return token;
    }

    public AppAddresses addresses() {
        return addresses;
    }

    /// Completes with the reason when the host ends, whoever ended it.
    public CompletableFuture<String> ended() {
        return ended;
    }

    /// Waits until every cell has a healthy task in each of its zones.
    ///
    /// @param progress told `4 of 6 tasks healthy` whenever that changes
    /// @throws IOException when the limit passes or the host ends before
    public void awaitHealthy(Duration limit, Consumer<String> progress) throws IOException, InterruptedException {
        int wanted = wantedTasks();
        long end = System.nanoTime() + limit.toNanos();
        String told = "";
        try (Network network = new Network("app-start"); HttpCaller caller = new HttpCaller(network)) {
            AppCalls calls = new AppCalls(caller, token);
            while (System.nanoTime() < end) {
                long healthy = healthy(calls);
                String now = healthy + " of " + wanted + " tasks healthy";
                if (!now.equals(told)) {
                    progress.accept(now);
                    told = now;
                }
                if (healthy >= wanted) {
                    return;
                }
                pause();
            }
        }
        throw new IOException(told + " after " + limit.toSeconds() + " s; see " + folder.logs());
    }

    /// One task for each cell in each of its zones.
    public int wantedTasks() {
        return config.layout().parts().size();
    }

    /// How many tasks the control plane calls healthy now; 0 while it is away.
    public long healthyTasks() throws IOException, InterruptedException {
        try (Network network = new Network("app-look"); HttpCaller caller = new HttpCaller(network)) {
            return healthy(new AppCalls(caller, token));
        }
    }

    private long healthy(AppCalls calls) throws IOException, InterruptedException {
        CompletableFuture<Answer<JsonNode>> asked = new CompletableFuture<>();
        calls.get("the control plane", addresses.controlPlaneAddress(), HttpRequest.get("/topology"), asked::complete);
        try {
            return switch (asked.get()) {
                case Answer.Ok<JsonNode>(JsonNode topology) -> countHealthy(topology);
                // It is started again when it died; the limit decides how long that may take.
                case Answer.Failed<JsonNode> away -> 0;
            };
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long countHealthy(JsonNode topology) throws IOException {
        return switch (LocalTopology.read(topology)) {
            case Answer.Ok<List<Task>>(List<Task> tasks) ->
                tasks.stream().filter(task -> task.state() == Task.State.HEALTHY).count();
            case Answer.Failed<List<Task>>(String why) -> throw new IOException(why);
        };
    }

    /// Lets some time pass, but not when the host is gone.
    private void pause() throws IOException, InterruptedException {
        try {
            throw new IOException(ended.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillRunning) {
            return;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Ends the app and all its processes, where this process started it; waits for that.
    @Override
    public void close() {
        if (host != null) {
            host.end(END_SECONDS);
        }
    }
}
