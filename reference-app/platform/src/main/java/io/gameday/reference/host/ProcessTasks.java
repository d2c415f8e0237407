package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.ProcessIdentity;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.log.LogDriver;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tasks as real processes. A task ordered before its cell's database is up waits for it. Only some start at a time,
/// one more than the machine has processors, so that the first can serve before the last has begun. Runs on the host's
/// loop.
final class ProcessTasks implements TaskLauncher {

    private static final int STARTING_AT_ONCE = 1 + Runtime.getRuntime().availableProcessors();
    /// A task that is not ready by then no longer keeps others from starting.
    private static final Duration SLOW_START = Duration.ofSeconds(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AppConfig config;
    private final AppFolder folder;
    private final BiFunction<String, String, CompletableFuture<TaskSurroundings>> surroundings;
    private final Function<TaskOrder, Map<String, String>> more;
    private final Links links;
    private final RealClock loop;
    private final StartedProcesses started;
    private final HostLogs logs;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int starting;

    /// @param surroundings of a cell in a zone, by their names, once they are there
    /// @param more         environment of a task beyond that, asked when it is started
    ProcessTasks(AppConfig config, AppFolder folder,
            BiFunction<String, String, CompletableFuture<TaskSurroundings>> surroundings,
            Function<TaskOrder, Map<String, String>> more, Links links, RealClock loop, StartedProcesses started,
            HostLogs logs) {
        this.config = config;
        this.folder = folder;
        this.surroundings = surroundings;
        this.more = more;
        this.links = links;
        this.loop = loop;
        this.started = started;
        this.logs = logs;
    }

    @Override
    public Launched launch(TaskOrder order, Listener listener) {
        Launching launching = new Launching(order, listener);
        surroundings.apply(order.cell(), order.zone()).whenComplete((found, failure) -> loop.execute(() -> {
            if (failure == null) {
                launching.open(found);
            } else {
                launching.gone("it could not start: " + failure.getMessage());
            }
        }));
        return launching;
    }

    private void startNext() {
        while (starting < STARTING_AT_ONCE && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private final class Launching implements Launched {
        private final TaskOrder order;
        private final Listener listener;
        private final BoundedLog log;
        private @Nullable ChildProcess child;
        private @Nullable LogDriver output;
        private boolean gone;
        private boolean startCounts;
        private boolean linked;

        Launching(TaskOrder order, Listener listener) {
            this.order = order;
            this.listener = listener;
            this.log = new BoundedLog(folder.log(order.id()), BoundedLog.LARGEST);
        }

        /// Its log first, and the process once the log is there.
        void open(TaskSurroundings with) {
            if (gone) {
                return;
            }
            LogDriver driver = logs.open(order, log);
            output = driver;
            driver.stream(trouble -> trouble.ifPresentOrElse(this::gone, () -> {
                waiting.add(() -> start(with, driver));
                startNext();
            }));
        }

        private void start(TaskSurroundings with, LogDriver driver) {
            if (gone) {
                return;
            }
            try {
                Map<String, String> environment = new HashMap<>(with.environment(order, config));
                environment.putAll(more.apply(order));
                ChildProcess task = ChildProcess.start(order.id(), with.command(), environment,
                        folder.logs().resolve(order.id() + ".err"), driver,
                        code -> loop.execute(() -> gone("exit code " + code)));
                child = task;
                startCounts = true;
                starting++;
                loop.at(SLOW_START, this::noLongerStarting);
                ProcessIdentity identity = ProcessIdentity.of(task.pid())
                        .orElse(new ProcessIdentity(task.pid(), -1, ""));
                started.add(order.id(), identity);
                listener.started(identity);
                task.ready().thenAccept(ports -> {
                    driver.ready();
                    loop.execute(() -> ready(JSON.readTree(ports)));
                });
            } catch (IOException failed) {
                gone("it could not start: " + failed.getMessage());
            }
        }

        private void noLongerStarting() {
            if (startCounts) {
                startCounts = false;
                starting--;
                startNext();
            }
        }

        private void ready(JsonNode ports) {
            noLongerStarting();
            if (gone) {
                return;
            }
            linked = true;
            CompletableFuture<String> management = links.open(link("management"), order.address(),
                    order.address() + ":" + ports.path("management").asInt(), false);
            links.open(link("service"), order.address(), order.address() + ":" + ports.path("service").asInt(), true)
                    .thenCombine(management, Map::entry).whenComplete((opened, failure) -> {
                        if (failure != null) {
                            log.line(Instant.now() + " " + failure.getMessage());
                            kill();
                        } else if (gone) {
                            closeLinks();
                        } else {
                            listener.ready(opened.getKey(), opened.getValue());
                        }
                    });
        }

        private String link(String port) {
            return order.zone() + "." + order.cell() + "." + order.id() + "." + port;
        }

        private void closeLinks() {
            links.close(link("service"));
            links.close(link("management"));
        }

        void gone(String why) {
            if (!gone) {
                gone = true;
                if (linked) {
                    closeLinks();
                }
                log.close();
                if (output != null) {
                    output.ended();
                }
                listener.exited(why);
                noLongerStarting();
            }
        }

        @Override
        public void terminate() {
            ChildProcess task = child;
            if (task == null) {
                loop.execute(() -> gone("stopped before it started"));
            } else if (task.alive()) {
                // The handle carries the process's start, so a pid that somebody else has by now is left alone.
                ProcessHandle.of(task.pid()).ifPresent(ProcessHandle::destroy);
            }
        }

        @Override
        public long lostLines() {
            LogDriver lines = output;
            return lines == null ? 0 : lines.state().dropped();
        }

        @Override
        public void kill() {
            ChildProcess task = child;
            if (task == null) {
                loop.execute(() -> gone("killed before it started"));
            } else {
                task.kill();
            }
        }
    }
}
