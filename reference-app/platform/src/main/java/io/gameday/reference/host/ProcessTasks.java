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
import java.util.Optional;
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
    private final Optional<StandBy> standBy;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int starting;

    /// @param surroundings of a cell in a zone, by their names, once they are there
    /// @param more         environment of a task beyond that, asked when it is started
    /// @param standBy      where tasks are restarted in place
    ProcessTasks(AppConfig config, AppFolder folder,
            BiFunction<String, String, CompletableFuture<TaskSurroundings>> surroundings,
            Function<TaskOrder, Map<String, String>> more, Links links, RealClock loop, StartedProcesses started,
            HostLogs logs, Optional<StandBy> standBy) {
        this.config = config;
        this.folder = folder;
        this.surroundings = surroundings;
        this.more = more;
        this.links = links;
        this.loop = loop;
        this.started = started;
        this.logs = logs;
        this.standBy = standBy;
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
        private @Nullable TaskSurroundings with;
        /// Where its processes listen, and where the links to them do.
        private Map<String, String> ports = Map.of();
        private Map.@Nullable Entry<String, String> addresses;

        Launching(TaskOrder order, Listener listener) {
            this.order = order;
            this.listener = listener;
            this.log = new BoundedLog(folder.log(order.id()), BoundedLog.LARGEST);
        }

        /// Its log first, and the process once the log is there.
        void open(TaskSurroundings found) {
            if (gone) {
                return;
            }
            with = found;
            LogDriver driver = log();
            driver.stream(trouble -> trouble.ifPresentOrElse(this::gone, () -> {
                waiting.add(() -> first(found, driver));
                startNext();
            }));
        }

        private LogDriver log() {
            LogDriver driver = logs.open(order, log);
            output = driver;
            return driver;
        }

        private void first(TaskSurroundings found, LogDriver driver) {
            if (gone) {
                return;
            }
            startCounts = true;
            starting++;
            loop.at(SLOW_START, this::noLongerStarting);
            start(found, driver);
        }

        private void start(TaskSurroundings with, LogDriver driver) {
            try {
                Map<String, String> environment = new HashMap<>(with.environment(order, config));
                environment.putAll(more.apply(order));
                environment.putAll(ports);
                ChildProcess task = process(with, environment, driver);
                child = task;
                ProcessIdentity identity = ProcessIdentity.of(task.pid())
                        .orElse(new ProcessIdentity(task.pid(), -1, ""));
                started.add(order.id(), identity);
                listener.started(identity);
                task.ready().thenAccept(told -> {
                    driver.ready();
                    loop.execute(() -> ready(JSON.readTree(told)));
                });
            } catch (IOException failed) {
                gone("it could not start: " + failed.getMessage());
            }
        }

        /// For one that is restarted the process that stands by, where one does.
        private ChildProcess process(TaskSurroundings with, Map<String, String> environment, LogDriver driver)
                throws IOException {
            Optional<ChildProcess> there = ports.isEmpty()
                    ? Optional.empty()
                    : standBy.flatMap(one -> one.take(environment, driver, this::ended));
            return there.isPresent()
                    ? there.get()
                    : ChildProcess.start(order.id(), with.command(), environment,
                            folder.logs().resolve(order.id() + ".err"), driver,
                            code -> loop.execute(() -> ended(code)));
        }

        private void ended(int code) {
            TaskSurroundings known = with;
            if (gone || known == null || addresses == null || !listener.restarts(code)) {
                gone("exit code " + code);
                return;
            }
            if (output != null) {
                output.ended();
            }
            // Its log is there already, so it waits for nobody.
            start(known, log());
        }

        private void noLongerStarting() {
            if (startCounts) {
                startCounts = false;
                starting--;
                startNext();
                prepareStandBy();
            }
        }

        /// Not before every task that was ordered serves: the processors are theirs.
        private void prepareStandBy() {
            TaskSurroundings known = with;
            if (starting == 0 && waiting.isEmpty() && known != null) {
                standBy.ifPresent(one -> one.prepare(known.command()));
            }
        }

        private void ready(JsonNode told) {
            noLongerStarting();
            if (gone) {
                return;
            }
            Map.Entry<String, String> known = addresses;
            if (known != null) {
                // The links stayed, since it listens where the process before it did.
                listener.ready(known.getKey(), known.getValue());
                prepareStandBy();
                return;
            }
            linked = true;
            ports = Map.of("GAMEDAY_SERVICE_PORT", told.path("service").asString(), "GAMEDAY_MANAGEMENT_PORT",
                    told.path("management").asString());
            CompletableFuture<String> management = links.open(link("management"), order.address(),
                    order.address() + ":" + told.path("management").asInt(), false);
            links.open(link("service"), order.address(), order.address() + ":" + told.path("service").asInt(), true)
                    .thenCombine(management, Map::entry).whenComplete((opened, failure) -> {
                        if (failure != null) {
                            log.line(Instant.now() + " " + failure.getMessage());
                            kill();
                        } else if (gone) {
                            closeLinks();
                        } else {
                            addresses = opened;
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
