package io.gameday.reference.simulated;

import io.gameday.experiment.Experiment.Logging;
import io.gameday.observability.Layout;
import io.gameday.observability.Measurement;
import io.gameday.observability.Scope;
import io.gameday.observability.ServerReport;
import io.gameday.reference.AppConfig;
import io.gameday.reference.event.AppEvent;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.host.Effects;
import io.gameday.reference.host.HostFaults;
import io.gameday.reference.host.Machine;
import io.gameday.reference.host.PlatformSettings;
import io.gameday.reference.host.Revisions;
import io.gameday.reference.host.ZoneLeave;
import io.gameday.reference.host.Zones;
import io.gameday.reference.policy.Capacity;
import io.gameday.target.Automation;
import io.gameday.target.Fault;
import io.gameday.target.Port;
import io.gameday.target.Reply;
import io.gameday.target.Signals;
import io.gameday.target.Target;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import io.gameday.target.Topology;
import io.gameday.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The reference app as a model, up and healthy when it is handed over. With a virtual clock a whole game day takes
/// well under a second, and the same seed plays the same day.
///
/// ```
/// customers, canaries ──► router ──► network ──► tasks (slots, queue) ──► a store for each cell
///                           ▲ table                ▲ start, stop
///                        control plane ──► zones (power, slots) ◄── faults (leases)
/// ```
public final class SimulatedApp implements Topology, Automation {

    /// How often the events of the platform are fetched.
    private static final Duration FETCH = Duration.ofMillis(250);

    private final AppConfig config;
    private final PlatformSettings settings;
    private final Zones zones;
    private final ModelledDatabases databases;
    private final ModelledControlPlane plane;
    private final ModelledFaults faults;
    private final ModelledCustomers customers;
    private final ModelledServers servers;
    private final List<Consumer<Measurement>> measuring = new ArrayList<>();
    private final List<Consumer<Action>> acting = new ArrayList<>();
    private long fetchedTo;
    private long fetchedFromHostTo;

    private SimulatedApp(AppConfig config, Clock clock, RandomGenerator random) {
        this.config = config;
        Capacity capacity = config.capacity();
        Map<String, ModelledMachine> machines = new LinkedHashMap<>();
        config.zones().forEach(zone -> machines.put(zone, new ModelledMachine(config.zoneNumber(zone))));
        databases = new ModelledDatabases(clock);
        Conditions conditions = new Conditions(config.mechanisms().logging() == Logging.BLOCKING, databases);
        Revisions revisions = new Revisions();
        settings = new PlatformSettings(config.cells());
        ModelledNetwork network = new ModelledNetwork(clock, own(random), config, conditions, revisions, databases);
        Consumer<String> hostLog = line -> {
            // What the host would write to its log file; what matters of it is told as events.
        };
        zones = new Zones(clock, config, capacity.slotsPerZone(), Map.<String, Machine>copyOf(machines), network,
                hostLog);
        ModelledRouter router = new ModelledRouter(clock, own(random), network, config);
        plane = new ModelledControlPlane(config, capacity.slotsPerTask(), clock, zones, machines, network, router,
                settings);
        Effects effects = effects(Effects.on(zones, config.cells(), config.zones()).onSettings(settings, revisions),
                conditions, new AssaultedTasks(network), new SentRequests(clock, plane, router),
                new HungTasks(network));
        ModelledProber prober = new ModelledProber(clock, network);
        faults = new ModelledFaults(config, clock, new HostFaults(clock, effects, hostLog), plane, network, prober,
                new ModelledLooks(clock, plane, router, machines, network, prober));
        servers = new ModelledServers(network, router, conditions);
        var canaries = new ModelledCanaries(clock, router, config.layout(), this::measured);
        customers = new ModelledCustomers(clock, own(random), plane, router, network, canaries, this::measured);
        plane.start();
        clock.every(FETCH, this::fetch);
    }

    /// The app as a target.
    ///
    /// @param config its folder is not used
    /// @param clock  everything happens on its loop
    /// @param random seeded by the run; nothing else is left to chance
    public static Target target(AppConfig config, Clock clock, RandomGenerator random) {
        return released(config, clock, random).target();
    }

    /// The app as a target, and its releases.
    ///
    /// @param release orders a right revision for cells and says its name
    public record Released(Target target, Function<List<String>, String> release) {
    }

    /// The app as a target that gets new revisions too.
    ///
    /// @param config its folder is not used
    /// @param clock  everything happens on its loop
    /// @param random seeded by the run; nothing else is left to chance
    public static Released released(AppConfig config, Clock clock, RandomGenerator random) {
        SimulatedApp app = new SimulatedApp(config, clock, random);
        Signals signals = app.new Seen();
        Target target = new Target(TargetKind.SIMULATED, app, Port.of(signals), Port.of(app.faults), Port.of(app),
                Port.of(app.customers))
                .with(Port.of(new ModelledOperations(app.plane, app.databases,
                        new ZoneLeave(app.settings, config.layout()))));
        return new Released(target, app.settings::release);
    }

    private static Effects effects(Effects effects, Conditions conditions, AssaultedTasks assaults,
            SentRequests requests, HungTasks hangs) {
        List.of(Fault.ZonePartition.class, Fault.ZoneLatency.class, Fault.ZoneLoss.class, Fault.DependencySlow.class,
                Fault.DependencyDown.class, Fault.DatabaseSlow.class, Fault.BadConfig.class, Fault.LogSinkStall.class)
                .forEach(kind -> effects.with(kind, conditions));
        return effects.with(Fault.TaskLatency.class, assaults).with(Fault.TaskErrors.class, assaults)
                .with(Fault.TaskHang.class, hangs).with(Fault.PoisonPill.class, requests)
                .with(Fault.Surge.class, requests);
    }

    /// Chance of its own for each part, so that one drawing more does not change the others.
    private static RandomGenerator own(RandomGenerator random) {
        return new SplittableRandom(random.nextLong());
    }

    @Override
    public List<String> cells() {
        return config.cells();
    }

    @Override
    public List<String> zones() {
        return config.zones();
    }

    @Override
    public Layout layout() {
        return config.layout();
    }

    @Override
    public void tasks(Reply<List<Task>> reply) {
        reply.ok(plane.tasks());
    }

    @Override
    public void follow(Consumer<Action> listener) {
        // What happened before is not "from now on".
        fetch();
        acting.add(listener);
    }

    /// Nobody is there.
    @Override
    public boolean peopleCanAct() {
        return false;
    }

    /// What can be seen of it from outside, and what its servers tell.
    private final class Seen implements Signals {

        @Override
        public void follow(Consumer<Measurement> listener) {
            measuring.add(listener);
        }

        @Override
        public void askServers(Consumer<List<ServerReport>> reply) {
            reply.accept(servers.ask());
        }
    }

    private void measured(Measurement measurement) {
        measuring.forEach(listener -> listener.accept(measurement));
    }

    private void fetch() {
        fetchedTo = fetch(plane.log(), fetchedTo);
        fetchedFromHostTo = fetch(zones.events(), fetchedFromHostTo);
    }

    /// @return up to which event
    private long fetch(EventLog log, long after) {
        long last = after;
        for (AppEvent event : log.after(after)) {
            last = event.seq();
            Actor actor = event.actor().equals(EventLog.PERSON) ? Actor.PERSON : Actor.AUTOMATION;
            Action action = new Action(actor, event.role(), event.name(), Scope.parse(event.scope()), event.text(),
                    Instant.parse(event.at()));
            acting.forEach(listener -> listener.accept(action));
        }
        return last;
    }
}
