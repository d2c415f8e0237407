package io.gameday.reference.host;

import io.gameday.http.Admission;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.process.ProcessIdentity;
import io.gameday.proxy.api.ProxyServer;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.target.Fault;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The machines of one running app, and the parent of all its processes.
///
/// ```
/// Host ─┬─ HostApi ──► Zones (power, slots, tasks) ◄── HostFaults (leases)
///       ├─ CellDatabase per cell ─┐
///       ├─ inventory ─────────────┴─► what a task needs to start
///       └─ control plane ──► router
/// ```
final class Host {

    private static final Executor WAITING = command -> Thread.ofVirtual().name("host-waits").start(command);
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress("127.0.0.1", 0);
    private static final Duration LONGEST_END = Duration.ofMillis(4500);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(1000);

    private final AppFolder folder;
    private final AppConfig config;
    private final Programs programs;
    private final Consumer<String> progress;
    private final BoundedLog log;
    private final RealClock loop;
    private final Network network = new Network("host-network");
    private final StartedProcesses started;
    private final Revisions revisions = new Revisions();
    private final DesiredSettings desired = new DesiredSettings();
    private final Optional<StandBy> standBy;
    private final Zones zones;
    private final HttpServer api;
    private final LinkServer linkServer;
    private final Links links;
    private final Map<String, LinkedMachine> machines = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<CellDatabase>> databases = new LinkedHashMap<>();
    private final Inventories<RealClock> inventories;
    private final Resident<RealClock> controlPlane;
    private final CompletableFuture<List<String>> taskCommand = new CompletableFuture<>();
    private volatile @Nullable Resident<RealClock> router;
    private volatile boolean ending;

    /// Begins to listen; nothing is started yet.
    ///
    /// @param toxiproxy that keeps the links; null where the host does
    /// @param progress  told in a few words what is being waited for
    Host(AppFolder folder, AppConfig config, Programs programs, @Nullable InetSocketAddress toxiproxy,
            Consumer<String> progress) throws IOException {
        this.folder = folder;
        this.config = config;
        this.programs = programs;
        this.progress = progress;
        log = new BoundedLog(folder.log("host"), BoundedLog.LARGEST);
        loop = new RealClock("host", failure -> log("a step of the host failed: " + failure));
        started = new StartedProcesses(folder, this::log);
        HttpCaller caller = new HttpCaller(network);
        linkServer = toxiproxy == null
                ? new HostLinkServer(ProxyServer.start(network, loop, LOOPBACK, config.seed(), this::leadsSomewhere,
                        line -> log("proxy: " + line)))
                : new TeamToxiproxy(caller, toxiproxy, this::log);
        links = new Links(caller, linkServer.address(), loop, this::log);
        for (String zone : config.zones()) {
            Machine machine = new ListeningMachine(network, loop, zone, config.zoneNumber(zone), this::log);
            machines.put(zone, new LinkedMachine(machine, links, zone, "127.0." + config.zoneNumber(zone) + ".1"));
        }
        int slots = config.capacity().slotsPerZone();
        HostLogs logs = new HostLogs(config, folder, network, loop, this::log);
        standBy = config.mechanisms().restartPolicy().map(policy -> new StandBy(folder, loop, started, this::log));
        zones = new Zones(loop, config, slots, Map.copyOf(machines), new ProcessTasks(config, folder,
                this::surroundings, this::beyondSurroundings, links, loop, started, logs, standBy), this::log);
        Effects effects = Effects.on(zones, config.cells(), config.zones()).with(Fault.LogSinkStall.class,
                new LogSinkStallEffect(logs.sink()));
        TaskEffects.add(effects, loop, zones, new ManagementCalls(caller, loop, links::behind), desired,
                folder.log("sleepers"), WAITING, started, this::log);
        PlatformSettings settings = new PlatformSettings(config.cells());
        effects.onSettings(settings, revisions);
        HostFaults faults = new HostFaults(loop, effects, this::log);
        api = HttpServer.start(network, LOOPBACK, Admission.token(folder.token()), new HostApi(config, loop, zones,
                faults, logs, settings, new Backups(folder, databases, WAITING, loop)));
        String root = config.folder();
        inventories = new Inventories<>(config,
                (name, environment) -> resident(name, programs::inventory, environment));
        controlPlane = resident("control-plane", () -> programs.controlPlane(root, address()), Map.of());
    }

    /// `host:port` of the host's endpoint.
    String address() {
        return text(api.address());
    }

    /// Starts everything side by side.
    ///
    /// @return addresses by name, once the control plane and the router can be spoken to and every database takes
    ///         connections; fails when a database could not be started
    CompletableFuture<Map<String, String>> start() {
        progress.accept("starting " + counted(config.cells().size(), "database"));
        CompletableFuture<PostgresProgram> postgres = CompletableFuture
                .supplyAsync(() -> unchecked(() -> PostgresProgram.in(CacheFolder.of(System.getenv()))), WAITING);
        config.cells().forEach(
                cell -> databases.put(cell, postgres.thenApplyAsync(program -> database(program, cell), WAITING)));
        // The control plane is told where machines answer once, so their links come first.
        CompletableFuture<String> keeper = linkServer.ready();
        CompletableFuture<JsonNode> control = keeper.thenCompose(fit -> machineLinks())
                .thenCompose(opened -> controlPlane.start());
        inventories.start();
        databases.values().iterator().next().thenCombineAsync(inventories.any(), this::prepareTasks, WAITING)
                .whenComplete((command, failure) -> settle(taskCommand, command, failure));
        CompletableFuture<Void> connected = CompletableFuture
                .allOf(databases.values().toArray(CompletableFuture[]::new));
        CompletableFuture<Map<String, String>> ready = control
                .thenCompose(started -> startRouter(started, keeper.join()))
                .thenCombine(connected, (addresses, all) -> addresses);
        databases.values().forEach(database -> database.exceptionally(failure -> {
            ready.completeExceptionally(failure);
            return null;
        }));
        return ready;
    }

    /// Ends every process; at most some five seconds. Nothing is started again.
    void end() {
        ending = true;
        List<Runnable> ends = new ArrayList<>();
        ends.add(() -> controlPlane.end(2));
        Optional.ofNullable(router).ifPresent(process -> ends.add(() -> process.end(2)));
        ends.addAll(inventories.ends(2));
        loop.execute(zones::end);
        loop.execute(() -> standBy.ifPresent(StandBy::end));
        databases.values().forEach(database -> ends.add(() -> database.thenAccept(CellDatabase::close).join()));
        CompletableFuture<?>[] all = ends.stream().map(end -> CompletableFuture.runAsync(end, WAITING))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).completeOnTimeout(null, LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    log("not everything ended in order: " + failure.getMessage());
                    return null;
                }).join();
        if (linkServer.staysBehind()) {
            CompletableFuture.supplyAsync(links::closeAll, loop).thenCompose(closed -> closed)
                    .completeOnTimeout(null, LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS).join();
        }
        log("the host has ended");
    }

    private CompletableFuture<Map<String, String>> startRouter(JsonNode control, String keeper) {
        String controlAddress = control.path("controlPlane").asString();
        Resident<RealClock> process = resident("router", () -> programs.router(config.folder(), controlAddress),
                Map.of());
        router = process;
        return process.start()
                .thenApply(ready -> Map.of("host", address(), "controlPlane", controlAddress, "router",
                        ready.path("router").asString(), "routerAdmin", ready.path("admin").asString(), "proxies",
                        text(linkServer.address()), "links", keeper));
    }

    private CompletableFuture<Void> machineLinks() {
        CompletableFuture<Void> all = new CompletableFuture<>();
        loop.execute(() -> CompletableFuture
                .allOf(machines.values().stream().map(LinkedMachine::open).toArray(CompletableFuture[]::new))
                .whenComplete((opened, failure) -> {
                    if (failure == null) {
                        all.complete(null);
                    } else {
                        all.completeExceptionally(failure);
                    }
                }));
        return all;
    }

    private boolean leadsSomewhere(String upstream) {
        return links.leadsTo(upstream);
    }

    /// What a task of the cell in the zone needs. It reaches database and inventory by links of its zone.
    private CompletableFuture<TaskSurroundings> surroundings(String cell, String zone) {
        String gateway = "127.0." + config.zoneNumber(zone) + ".2";
        CompletableFuture<String> database = databases.get(cell).thenComposeAsync(
                found -> links.shared(zone + "." + cell + ".database", gateway, found.address()), loop);
        CompletableFuture<String> inventory = inventories.address(cell, zone).thenComposeAsync(
                found -> links.shared(zone + "." + cell + ".inventory", gateway, URI.create(found).getAuthority()),
                loop);
        return databases.get(cell).thenCombine(database, (found, link) -> Map.entry(found.jdbcUrl(link), found))
                .thenCombine(inventory, Map::entry)
                .thenCombine(taskCommand, (found, command) -> new TaskSurroundings(command, found.getKey().getKey(),
                        found.getKey().getValue().password(), "http://" + found.getValue()));
    }

    private Map<String, String> beyondSurroundings(TaskOrder order) {
        Map<String, String> both = new HashMap<>(revisions.environment(order));
        both.putAll(desired.environment(order));
        return both;
    }

    private List<String> prepareTasks(CellDatabase database, String inventory) {
        Map<String, String> environment = Map.of("GAMEDAY_DATABASE", database.jdbcUrl(), "GAMEDAY_DATABASE_USER",
                PostgresProgram.USER, "GAMEDAY_DATABASE_PASSWORD", database.password(), "GAMEDAY_INVENTORY", inventory);
        return unchecked(() -> programs.task(environment, text -> {
            log(text);
            progress.accept(text);
        }));
    }

    private CellDatabase database(PostgresProgram program, String cell) {
        BoundedLog output = new BoundedLog(folder.log("database-" + cell), BoundedLog.LARGEST);
        CellDatabase database = unchecked(() -> CellDatabase.start(program, cell, folder.postgres(cell), output,
                folder.logs().resolve("database-" + cell + ".err"), why -> {
                    if (!ending) {
                        log("the database of " + cell + ": " + why);
                    }
                }));
        ProcessIdentity.of(database.keeperPid()).ifPresent(keeper -> started.add("database-keeper-" + cell, keeper));
        started.add("database-" + cell, database.postgres());
        log("the database of " + cell + " takes connections: " + database.jdbcUrl());
        return database;
    }

    private Resident<RealClock> resident(String name, Supplier<List<String>> command, Map<String, String> environment) {
        return new Resident<>(name, command, environment, loop, folder, started, this::log);
    }

    private void log(String text) {
        log.line(Instant.now() + " " + text);
    }

    private static <T> void settle(CompletableFuture<T> future, @Nullable T value, @Nullable Throwable failure) {
        if (value != null) {
            future.complete(value);
        } else if (failure != null) {
            future.completeExceptionally(failure);
        }
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private static <T> T unchecked(Action<T> action) {
        try {
            return action.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        }
    }

    @FunctionalInterface
    private interface Action<T> {
        T run() throws IOException;
    }
}
