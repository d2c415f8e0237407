package io.gameday.reference.control;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.control.AttemptCounts.Attempts;
import io.gameday.reference.control.HostState.CellSettings;
import io.gameday.reference.control.HostState.HostTask;
import io.gameday.reference.control.HostState.Zone;
import io.gameday.reference.deployment.Standing;
import io.gameday.reference.event.Caller;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.EvictionRule;
import io.gameday.reference.policy.ServiceScheduler;
import io.gameday.reference.policy.TargetTracking;
import io.gameday.reference.policy.TaskHealth;
import io.gameday.reference.policy.WeighAway;
import io.gameday.reference.policy.ZoneShift.Shift;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
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
import java.util.concurrent.Executor;

/// Watches tasks, machines and the router, decides, and has the host act. Everything here runs on one loop.
///
/// ```
/// every 250 ms   GET host/state ──► each cell decides ──► start, stop
/// every 1 s      health of tasks, heartbeat of machines, the router's attempts ──► observations ──► weigh-away
/// ```
///
/// While the host does not answer nothing is decided. A cell whose control plane is down is left as it is; when it is up
/// again it begins anew with what the host says.
final class ControlPlane {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration CHECK = Duration.ofSeconds(1);

    private final AppConfig config;
    private final Clock clock;
    private final Path memoryFile;
    private final String app;
    private final EventLog log;
    private final Calls calls;
    private final HostClient host;
    private final RouterWatch router;
    private final Observations observations = new Observations();
    private final WeighAway weighAway;
    private final Map<String, CellControl> cells = new LinkedHashMap<>();
    private final Map<String, TaskHealth> machines = new HashMap<>();
    private final Map<String, Integer> desired;
    private final Directory directory;
    private final Optional<CellScaling> scaling;
    private final Shifting shifting;
    private final Weighing weighing;
    private final FleetDeployments deployments;
    private final Set<String> down = new HashSet<>();
    private List<Zone> zones = List.of();
    private EvictionRule eviction = EvictionRule.USUAL;
    private Standing remembered;
    private boolean looking;
    private boolean decided;
    private boolean informed;

    /// @param loop       of `clock`, which other threads post to
    /// @param memoryFile where customers and counts outlive this process
    /// @throws IOException when the memory is there and cannot be read
    <L extends Clock & Executor> ControlPlane(AppConfig config, L loop, HttpCaller caller,
            InetSocketAddress hostAddress, String token, Path memoryFile) throws IOException {
        this.config = config;
        this.clock = loop;
        this.memoryFile = memoryFile;
        log = new EventLog(loop);
        calls = new Calls(caller, loop, token);
        host = new HostClient(calls, hostAddress, config.capacity().slotsPerTask());
        router = new RouterWatch(calls, log, observations);
        weighAway = new WeighAway(config.zones());
        app = Memory.app(token);
        Memory memory = Memory.read(memoryFile, app);
        directory = new Directory(config.cells(), config.overrides(), memory.customers());
        desired = new HashMap<>(memory.desired());
        shifting = new Shifting(config, log, memory.shift());
        weighing = new Weighing(config, log, memory.weight());
        scaling = Optional.ofNullable(config.mechanisms().scaling())
                .map(rule -> new CellScaling(rule, config.layout()));
        remembered = Objects.requireNonNullElse(memory.standing(), Standing.NONE);
        deployments = new FleetDeployments(config, log, remembered);
        config.cells().forEach(this::begin);
    }

    private void begin(String cell) {
        int count = desired.getOrDefault(cell, config.tasks(cell));
        var scheduler = new ServiceScheduler(config.layout().zonesOf(cell), count, config.mechanisms().rebalancing());
        cells.put(cell, new CellControl(cell, scheduler, log));
    }

    /// Begins to watch. Call it on the loop.
    void start() {
        clock.every(LOOK, this::look);
        clock.every(CHECK, this::second);
        look();
    }

    AppConfig config() {
        return config;
    }

    EventLog log() {
        return log;
    }

    Map<String, CellControl> cells() {
        return cells;
    }

    /// Whether nothing may be done for this cell.
    boolean down(String cell) {
        return down.contains(cell);
    }

    EvictionRule eviction() {
        return eviction;
    }

    List<Zone> zones() {
        return zones;
    }

    Map<String, String> customers() {
        return directory.customers();
    }

    void routerAt(InetSocketAddress admin) {
        router.at(admin);
    }

    /// Gives unknown customers a cell, and remembers it before anybody is told.
    ///
    /// @throws IOException when it cannot be written
    Map<String, String> assign(List<String> customers) throws IOException {
        int before = directory.customers().size();
        Map<String, String> answer = directory.assign(customers);
        if (directory.customers().size() != before) {
            remember();
        }
        return answer;
    }

    /// @throws IllegalArgumentException when `count` is out of range
    /// @throws IOException              when it cannot be remembered
    void scale(CellControl cell, int count, Caller caller) throws IOException {
        cell.scale(count, caller);
        desired.put(cell.cell(), count);
        remember();
    }

    /// New requests leave the zone.
    ///
    /// @return what was done, in words
    /// @throws IllegalArgumentException when there is no such zone or `lasts` is out of range
    /// @throws Shifting.Refused         when it cannot be done now
    /// @throws IOException              when it cannot be remembered
    String shiftAway(String zone, Duration lasts, Caller caller) throws Shifting.Refused, IOException {
        String done = shifting.begin(zone, lasts, caller, cells.values(), clock.now());
        remember();
        return done;
    }

    /// @return what was done, in words
    /// @throws IllegalArgumentException when there is no such zone
    /// @throws IOException              when it cannot be remembered
    String takeBackShift(String zone, Caller caller) throws IOException {
        String done = shifting.takeBack(zone, caller);
        remember();
        return done;
    }

    /// Gives the new stack a share of the requests.
    ///
    /// @return what was done, in words
    /// @throws IllegalArgumentException when there is one stack only or `newPercent` is out of range
    /// @throws IOException              when it cannot be remembered
    String weigh(int newPercent, Caller caller) throws IOException {
        String done = weighing.set(newPercent, caller);
        remember();
        return done;
    }

    int newPercent() {
        return weighing.newPercent();
    }

    Optional<Shift> shift() {
        return shifting.inForce(clock.now());
    }

    private void remember() throws IOException {
        new Memory(app, directory.customers(), desired, shift().orElse(null), weighing.newPercent(),
                deployments.standing()).write(memoryFile);
    }

    /// Before anything is started or stopped for it: whoever takes over has to know what failed.
    private void rememberDeployments() {
        Standing now = deployments.standing();
        if (!now.equals(remembered)) {
            remembered = now;
            rememberOr("how deployments stand");
        }
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        host.state(state -> {
            looking = false;
            state.ifPresent(this::decide);
        });
    }

    private void decide(HostState state) {
        zones = state.zones();
        eviction = state.settings().eviction();
        Map<String, List<HostTask>> byCell = new HashMap<>();
        state.tasks().forEach(task -> byCell.computeIfAbsent(task.cell(), c -> new ArrayList<>()).add(task));
        deployments.look(up(), name -> state.settings().cells().get(name).revision(), state.settings().latest());
        rememberDeployments();
        for (String name : config.cells()) {
            CellSettings settings = state.settings().cells().get(name);
            if (settings.controlPlaneDown()) {
                down.add(name);
            } else {
                decide(name, byCell.getOrDefault(name, List.of()), settings.revision());
            }
        }
        decided = true;
    }

    private void decide(String name, List<HostTask> tasks, String revision) {
        if (down.remove(name)) {
            begin(name);
        }
        CellControl cell = cells.get(name);
        cell.onTasks(tasks, deployments.wanted(cell, revision), weighAway.zone(), clock.ticks())
                .forEach(command -> act(cell, command));
        // A task that has just begun to run is not left waiting for the second's round.
        cell.tasks().stream().filter(KnownTask::unchecked).toList().forEach(task -> check(cell, task));
    }

    private List<CellControl> up() {
        return cells.values().stream().filter(cell -> !down(cell.cell())).toList();
    }

    private void act(CellControl cell, Command command) {
        switch (command) {
            case Command.Start start -> host.start(start, started -> {
                switch (started) {
                    case HostClient.Started.Taken(String id, int slots) ->
                        cell.placed(start.key(), id, slots, clock.ticks());
                    case HostClient.Started.NotTaken(String reason) -> cell.refused(start.key(), reason);
                    case HostClient.Started.Unknown(String why) -> cell.unanswered(start.key(), why, clock.ticks());
                }
            });
            case Command.Stop(String task) -> host.stop(task, done -> {
                if (!done) {
                    cell.notStopped(task);
                }
            });
        }
    }

    private void second() {
        shifting.look(clock.now());
        up().forEach(cell -> cell.noteMissed(observations, weighAway.zone(), clock.ticks()));
        var seen = observations.close();
        if (config.mechanisms().weighAway()) {
            weighAway.second(seen).ifPresent(change -> ZoneEvents.tell(log, change));
        }
        Map<String, Attempts> counts = router.takeCounts();
        deployments.second(counts);
        if (weighing.second(counts, clock.ticks())) {
            rememberOr("that the new stack lost its weight");
        }
        scaling.ifPresent(rules -> rules.second(counts, up(), clock.ticks(), (cell, wanted) -> scaled(cell, wanted)));
        up().forEach(cell -> List.copyOf(cell.tasks()).forEach(task -> check(cell, task)));
        zones.forEach(this::heartbeat);
        router.poll();
    }

    private void scaled(CellControl cell, TargetTracking.Decision wanted) {
        cell.scaled(wanted.tasks(), wanted.why());
        desired.put(cell.cell(), wanted.tasks());
        rememberOr("that " + cell.cell() + " wants " + wanted.tasks() + " tasks");
    }

    /// @param what is lost where it cannot be remembered
    private void rememberOr(String what) {
        try {
            remember();
        } catch (IOException unwritable) {
            System.err.println(what + " will be forgotten when this process ends: " + unwritable.getMessage());
        }
    }

    private void check(CellControl cell, KnownTask task) {
        String management = task.latest().management();
        if (management == null || !task.beginCheck()) {
            return;
        }
        String id = task.latest().id();
        calls.check(Address.parse(management), "/actuator/health", result -> {
            boolean pass = passed(result);
            // A task that we stop ourselves tells nothing about its zone.
            if (!task.stopping()) {
                observations.note(task.latest().zone(), id, !pass);
            }
            cell.checked(id, pass, clock.ticks());
        });
    }

    private void heartbeat(Zone zone) {
        calls.check(Address.parse(zone.machine()), "/", result -> {
            boolean pass = passed(result);
            observations.note(zone.zone(), "machine-" + zone.zone(), !pass);
            machines.merge(zone.zone(), TaskHealth.NEW.after(pass), (before, first) -> before.after(pass));
        });
    }

    private static boolean passed(CallResult result) {
        return result instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200;
    }

    /// Whether every task that runs has been checked once: before that a control plane that was restarted would tell
    /// the router that there are no tasks.
    boolean informed() {
        informed |= decided && up().stream().allMatch(CellControl::informed);
        return informed;
    }

    /// Whether three heartbeats in a row of the zone's machine were missed.
    boolean lost(String zone) {
        return machines.getOrDefault(zone, TaskHealth.NEW).misses() >= TaskHealth.LIMIT;
    }
}
