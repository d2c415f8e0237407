package io.gameday.reference.simulated;

import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.control.AttemptCounts;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.control.CellControl;
import io.gameday.reference.control.CellScaling;
import io.gameday.reference.control.Command;
import io.gameday.reference.control.Directory;
import io.gameday.reference.control.FleetDeployments;
import io.gameday.reference.control.HostState.HostTask;
import io.gameday.reference.control.HostState.Status;
import io.gameday.reference.control.KnownTask;
import io.gameday.reference.control.Observations;
import io.gameday.reference.control.Routes;
import io.gameday.reference.control.Shifting;
import io.gameday.reference.control.Weighing;
import io.gameday.reference.control.ZoneEvents;
import io.gameday.reference.deployment.Standing;
import io.gameday.reference.event.AppEvent;
import io.gameday.reference.event.Caller;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.host.HostState;
import io.gameday.reference.host.Placement;
import io.gameday.reference.host.PlatformSettings;
import io.gameday.reference.host.Zones;
import io.gameday.reference.policy.ServiceScheduler;
import io.gameday.reference.policy.WeighAway;
import io.gameday.reference.router.RouteTable;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The control plane: the real one's decisions, observations and events, with the modelled app asked directly instead
/// of over HTTP.
///
/// ```
/// every 250 ms   state of the zones ──► each cell decides ──► start, stop ──► table for the router
/// every 1 s      health of tasks, heartbeat of machines, the router's attempts ──► observations ──► weigh-away
/// ```
final class ModelledControlPlane {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration CHECK = Duration.ofSeconds(1);

    private final AppConfig config;
    private final int slotsPerTask;
    private final Clock clock;
    private final Zones zones;
    private final Map<String, ModelledMachine> machines;
    private final ModelledNetwork network;
    private final ModelledRouter router;
    private final PlatformSettings settings;
    private final EventLog log;
    private final Observations observations = new Observations();
    private final AttemptCounts attempts = new AttemptCounts();
    private final WeighAway weighAway;
    private final Directory directory;
    private final Map<String, CellControl> cells = new LinkedHashMap<>();
    private final Shifting shifting;
    private final Weighing weighing;
    private final Set<String> down = new HashSet<>();
    private final Map<String, Integer> desired = new HashMap<>();
    private final Optional<CellScaling> scaling;
    private final FleetDeployments deployments;
    private long version;
    private long mergedTo;

    ModelledControlPlane(AppConfig config, int slotsPerTask, Clock clock, Zones zones,
            Map<String, ModelledMachine> machines, ModelledNetwork network, ModelledRouter router,
            PlatformSettings settings) {
        this.config = config;
        this.slotsPerTask = slotsPerTask;
        this.clock = clock;
        this.zones = zones;
        this.machines = machines;
        this.network = network;
        this.router = router;
        this.settings = settings;
        log = new EventLog(clock);
        weighAway = new WeighAway(config.zones());
        shifting = new Shifting(config, log, null);
        weighing = new Weighing(config, log, null);
        directory = new Directory(config.cells(), config.overrides(), Map.of());
        scaling = Optional.ofNullable(config.mechanisms().scaling())
                .map(rule -> new CellScaling(rule, config.layout()));
        deployments = new FleetDeployments(config, log, Standing.NONE);
        config.cells().forEach(this::begin);
    }

    private void begin(String cell) {
        int count = desired.getOrDefault(cell, config.tasks(cell));
        var scheduler = new ServiceScheduler(config.layout().zonesOf(cell), count, config.mechanisms().rebalancing());
        cells.put(cell, new CellControl(cell, scheduler, log));
    }

    /// Brings the app up, tasks healthy and routes known, and begins to watch it.
    void start() {
        look();
        network.boot();
        look();
        look();
        attempts.fromZero();
        clock.every(LOOK, this::look);
        clock.every(CHECK, this::second);
    }

    EventLog log() {
        return log;
    }

    /// Whether nothing is done for the cell.
    boolean down(String cell) {
        return down.contains(cell);
    }

    private List<CellControl> up() {
        return cells.values().stream().filter(cell -> !down(cell.cell())).toList();
    }

    /// Gives unknown customers a cell.
    Map<String, String> assign(List<String> customers) {
        return directory.assign(customers);
    }

    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        cells.values().forEach(cell -> cell.tasks().forEach(task -> tasks.add(view(task))));
        return tasks;
    }

    /// Tasks in scope that run, whatever their health.
    List<Task> running(Scope scope) {
        return tasks().stream().filter(task -> scope.covers(task.cell(), task.zone()))
                .filter(task -> task.state() == Task.State.HEALTHY || task.state() == Task.State.UNHEALTHY).toList();
    }

    /// A step has new requests leave the zone.
    ///
    /// @return what was done, in words
    /// @throws Shifting.Refused when it cannot be done now
    String shiftAway(String zone, Duration lasts) throws Shifting.Refused {
        return shifting.begin(zone, lasts, Caller.PLATFORM, cells.values(), clock.now());
    }

    /// @return what was done, in words
    String takeBackShift(String zone) {
        return shifting.takeBack(zone, Caller.PLATFORM);
    }

    /// A step gives the new stack a share of the requests.
    ///
    /// @return what was done, in words
    String weigh(int newPercent) {
        return weighing.set(newPercent, Caller.PLATFORM);
    }

    /// A step sets the desired tasks of a cell whose control plane is there.
    void scale(String name, int tasks) {
        Objects.requireNonNull(cells.get(name)).scale(tasks, Caller.PLATFORM);
        desired.put(name, tasks);
    }

    private static Task view(KnownTask task) {
        HostTask latest = task.latest();
        String address = latest.service();
        Task.State state = task.stopped() ? Task.State.STOPPED : Task.State.valueOf(task.state().name());
        return new Task(latest.id(), latest.cell(), latest.zone(), state, address == null ? "" : address,
                latest.slots());
    }

    private void look() {
        List<HostTask> now = zones.state().tasks().stream().map(ModelledControlPlane::told).toList();
        Optional<String> avoided = weighAway.zone();
        deployments.look(up(), settings::revision, settings.latest());
        for (String name : config.cells()) {
            if (settings.controlPlaneDown(name)) {
                down.add(name);
                continue;
            }
            if (down.remove(name)) {
                begin(name);
            }
            CellControl cell = cells.get(name);
            List<HostTask> ofCell = now.stream().filter(task -> task.cell().equals(name)).toList();
            cell.onTasks(ofCell, deployments.wanted(cell, settings.revision(name)), avoided, clock.ticks())
                    .forEach(command -> act(cell, command));
            // A task that has just begun to run is not left waiting for the second's round.
            List.copyOf(cell.tasks()).stream().filter(KnownTask::unchecked).forEach(task -> check(cell, task));
        }
        router.take(table());
    }

    private static HostTask told(HostState.Task task) {
        return new HostTask(task.id(), task.cell(), task.zone(), Status.valueOf(task.status().name()), task.service(),
                task.management(), task.slots(), task.revision(), task.stoppedReason(), task.lostLines());
    }

    private RouteTable.Told table() {
        Map<String, List<RouteTable.Route>> routes = new LinkedHashMap<>();
        cells.values().stream().filter(CellControl::informed)
                .forEach(cell -> routes.put(cell.cell(), Routes.of(cell).stream()
                        .map(route -> new RouteTable.Route(route.id(), route.zone(), route.address(), route.healthy()))
                        .toList()));
        return new RouteTable.Told(++version, directory.customers(), routes, settings.eviction(),
                shifting.inForce(clock.now()).orElse(null), weighing.newPercent());
    }

    private void act(CellControl cell, Command command) {
        switch (command) {
            case Command.Start start -> {
                switch (zones.place(start.cell(), start.zone(), slotsPerTask, start.revision())) {
                    case Placement.Placed(String id) -> cell.placed(start.key(), id, slotsPerTask, clock.ticks());
                    case Placement.Refused(Placement.Reason reason, String why) ->
                        cell.refused(start.key(), reason + ", " + why);
                }
            }
            case Command.Stop(String task) -> zones.stop(task);
        }
    }

    private void second() {
        shifting.look(clock.now());
        up().forEach(cell -> cell.noteMissed(observations, weighAway.zone(), clock.ticks()));
        var seen = observations.close();
        if (config.mechanisms().weighAway()) {
            weighAway.second(seen).ifPresent(change -> ZoneEvents.tell(log, change));
        }
        up().forEach(cell -> List.copyOf(cell.tasks()).forEach(task -> check(cell, task)));
        machines.forEach((zone, machine) -> network.ping(zone, machine, CHECK,
                pass -> observations.note(zone, "machine-" + zone, !pass)));
        Map<String, Attempts> counts = router.attempts();
        attempts.taken(counts, observations);
        deployments.second(counts);
        weighing.second(counts, clock.ticks());
        scaling.ifPresent(rules -> rules.second(counts, up(), clock.ticks(), (cell, wanted) -> {
            cell.scaled(wanted.tasks(), wanted.why());
            desired.put(cell.cell(), wanted.tasks());
        }));
        for (AppEvent event : router.log().after(mergedTo)) {
            mergedTo = event.seq();
            log.merge(event);
        }
    }

    private void check(CellControl cell, KnownTask task) {
        if (!task.beginCheck()) {
            return;
        }
        HostTask latest = task.latest();
        network.health(latest.id(), CHECK, pass -> {
            // A task that we stop ourselves tells nothing about its zone.
            if (!task.stopping()) {
                observations.note(latest.zone(), latest.id(), !pass);
            }
            cell.checked(latest.id(), pass, clock.ticks());
        });
    }
}
