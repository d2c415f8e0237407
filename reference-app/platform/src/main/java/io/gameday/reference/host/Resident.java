package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppFolder;
import io.gameday.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A process that is started again when it ends, until [#end]. Runs on the host's loop.
final class Resident<L extends Clock & Executor> {

    /// Between an end and the next start.
    static final Duration PAUSE = Duration.ofMillis(500);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final L loop;
    private final AppFolder folder;
    private final StartedProcesses started;
    private final Consumer<String> log;
    private final BoundedLog output;
    private final CompletableFuture<JsonNode> firstReady = new CompletableFuture<>();
    private volatile @Nullable ChildProcess child;
    private volatile boolean ending;

    /// @param command asked before every start
    Resident(String name, Supplier<List<String>> command, Map<String, String> environment, L loop, AppFolder folder,
            StartedProcesses started, Consumer<String> log) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.loop = loop;
        this.folder = folder;
        this.started = started;
        this.log = log;
        this.output = new BoundedLog(folder.log(name), BoundedLog.LARGEST);
    }

    /// The first ready line.
    CompletableFuture<JsonNode> start() {
        run();
        return firstReady;
    }

    private void run() {
        if (ending) {
            return;
        }
        try {
            ChildProcess process = ChildProcess.start(name, command.get(), environment,
                    folder.logs().resolve(name + ".err"), output::line, code -> loop.execute(() -> ended(code)));
            child = process;
            ProcessIdentity.of(process.pid()).ifPresent(identity -> started.add(name, identity));
            process.ready().thenAccept(line -> loop.execute(() -> ready(JSON.readTree(line))));
        } catch (IOException failed) {
            log.accept(name + " could not start: " + failed.getMessage());
            loop.at(PAUSE, this::run);
        }
    }

    private void ready(JsonNode line) {
        log.accept(name + " is ready: " + line);
        firstReady.complete(line);
    }

    private void ended(int code) {
        if (!ending) {
            log.accept(name + " ended with exit code " + code + "; starting it again");
            loop.at(PAUSE, this::run);
        }
    }

    /// Ends it for good and waits for that; not for the loop.
    void end(int seconds) {
        ending = true;
        ChildProcess process = child;
        if (process != null) {
            process.end(seconds);
        }
        output.close();
    }
}
