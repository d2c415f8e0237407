package io.gameday.reference.host;

import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.RestartPolicy;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The zones' power and slots, and the tasks that run on them. Runs on the host's loop.
public final class Zones {

    /// For how long a stopped task is still told of.
    static final Duration REMEMBERED = Duration.ofSeconds(60);

    private static final int FIRST_TASK_ADDRESS = 10;
    private static final int LAST_TASK_ADDRESS = 250;

    private final Clock clock;
    private final TaskLauncher launcher;
    private final Consumer<String> log;
    private final EventLog events;
    private final Optional<RestartPolicy> restart;
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final Map<String, HostedTask> tasks = new LinkedHashMap<>();
    private int lastTask;
    private boolean ending;

    /// @param slots    of every zone: a hard limit
    /// @param machines of the zones, by name
    public Zones(Clock clock, AppConfig config, int slots, Map<String, Machine> machines, TaskLauncher launcher,
            Consumer<String> log) {
        this.clock = clock;
        this.launcher = launcher;
        this.log = log;
        events = new EventLog(clock);
        restart = config.mechanisms().restartPolicy();
        config.zones()
                .forEach(zone -> zones.put(zone, new Zone(zone, config.zoneNumber(zone), slots, machines.get(zone))));
    }

    public boolean knows(String zone) {
        return zones.containsKey(zone);
    }

    public Placement place(String cell, String zoneName, int slots, String revision) {
        Zone zone = zones.get(zoneName);
        if (ending) {
            return new Placement.Refused(Placement.Reason.NO_POWER, "the host is ending");
        }
        if (!zone.power) {
            return new Placement.Refused(Placement.Reason.NO_POWER, zoneName + " has no power");
        }
        int free = zone.slots - zone.used();
        if (slots > free) {
            return new Placement.Refused(Placement.Reason.NO_SLOT,
                    zoneName + " has " + free + " of " + zone.slots + " slots free; the task needs " + slots);
        }
        String id = "orders-" + ++lastTask;
        TaskOrder order = new TaskOrder(id, cell, zoneName, zone.nextAddress(), slots, revision);
        HostedTask task = new HostedTask(order, clock, restart, new Becomes(this, order));
        tasks.put(id, task);
        task.launch(launcher);
        log.accept(id + " of " + cell + " starts in " + zoneName + " at " + task.order().address());
        return new Placement.Placed(id);
    }

    /// @return false when there is no such task
    public boolean stop(String id) {
        HostedTask task = tasks.get(id);
        if (task == null) {
            return false;
        }
        task.stop("stopped by the control plane");
        return true;
    }

    /// The cell of a task that is told of; empty when there is none.
    Optional<String> cellOf(String id) {
        return Optional.ofNullable(tasks.get(id)).map(task -> task.order().cell());
    }

    public boolean power(String zone) {
        return zones.get(zone).power;
    }

    /// Kills every task of the zone and lets none start. The machine is silent from here on.
    void powerOff(String zoneName) {
        Zone zone = zones.get(zoneName);
        zone.power = false;
        zone.machine.off();
        List<HostedTask> hit = zone.tasks();
        hit.forEach(task -> task.kill("power loss in " + zoneName));
        log.accept(zoneName + " has lost power; tasks killed: " + hit.stream().map(task -> task.order().id()).toList());
    }

    void powerOn(String zoneName) {
        Zone zone = zones.get(zoneName);
        zone.power = true;
        zone.machine.on();
        log.accept(zoneName + " has power again");
    }

    /// Kills one running task of the cell in the zone: the one that runs longest.
    ///
    /// @return its id; empty when none is running there
    Optional<String> crash(String cell, String zoneName) {
        Optional<HostedTask> victim = zones.get(zoneName).tasks().stream()
                .filter(task -> task.running() && task.order().cell().equals(cell)).findFirst();
        victim.ifPresent(task -> task.crash("killed by a fault"));
        return victim.map(task -> task.order().id());
    }

    /// Kills every task; none can start any more.
    void end() {
        ending = true;
        tasks.values().forEach(task -> task.kill("the host ended"));
    }

    public HostState state() {
        return new HostState(zones.values().stream().map(Zone::view).toList(),
                tasks.values().stream().map(HostedTask::view).toList());
    }

    /// What the host did by itself.
    public EventLog events() {
        return events;
    }

    /// Told with every restart, so that no reader takes a short game day's rule for that of ECS.
    private String period() {
        return restart.filter(RestartPolicy::shorterThanInEcs)
                .map(rule -> " (restartAttemptPeriod " + rule.attemptPeriod().toMillis() + " ms, in ECS 60 s at least)")
                .orElse("");
    }

    /// What becomes of a task.
    private record Becomes(Zones zones, TaskOrder order) implements HostedTask.Told {

        @Override
        public void stopped() {
            zones.log.accept(order.id() + " has stopped: " + zones.tasks.get(order.id()).reason());
            zones.clock.at(REMEMBERED, () -> zones.tasks.remove(order.id()));
        }

        @Override
        public void restarted(String after, Duration away) {
            String what = "(task " + order.id() + ") restarted in place in " + order.zone() + " after " + after
                    + "; it serves again after " + away.toMillis() + " ms" + zones.period() + ".";
            zones.log.accept(what);
            zones.events.add(EventLog.RESTART, new Scope.CellZone(order.cell(), order.zone()),
                    "(service orders-" + order.cell() + ") " + what);
        }
    }

    private final class Zone {
        private final String name;
        private final int number;
        private final int slots;
        private final Machine machine;
        private boolean power = true;
        private int lastAddress = FIRST_TASK_ADDRESS - 1;

        Zone(String name, int number, int slots, Machine machine) {
            this.name = name;
            this.number = number;
            this.slots = slots;
            this.machine = machine;
        }

        /// Those whose process is not known to be gone.
        List<HostedTask> tasks() {
            List<HostedTask> here = new ArrayList<>(tasks.values());
            here.removeIf(task -> task.stopped() || !task.order().zone().equals(name));
            return here;
        }

        int used() {
            return tasks().stream().mapToInt(task -> task.order().slots()).sum();
        }

        /// Goes round the range, so that an address is not used again at once by another task.
        String nextAddress() {
            lastAddress = lastAddress == LAST_TASK_ADDRESS ? FIRST_TASK_ADDRESS : lastAddress + 1;
            return "127.0." + number + "." + lastAddress;
        }

        HostState.Zone view() {
            return new HostState.Zone(name, power, machine.address(), slots, used());
        }
    }
}
