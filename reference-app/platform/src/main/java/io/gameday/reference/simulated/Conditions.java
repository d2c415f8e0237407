package io.gameday.reference.simulated;

import io.gameday.reference.host.Effect;
import io.gameday.target.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// What is done to zones, databases, dependencies, settings and the log sink: faults that hit whoever is there while they last. The
/// modelled network and tasks ask here at each step of a request.
final class Conditions implements Effect {

    private static final double WHOLE = 100;

    private final boolean blockingLogs;
    private final ModelledDatabases databases;
    private final Map<String, Fault> inForce = new LinkedHashMap<>();

    /// @param blockingLogs whether a task stands still when its log takes no more
    Conditions(boolean blockingLogs, ModelledDatabases databases) {
        this.databases = databases;
        this.blockingLogs = blockingLogs;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        inForce.put(id, fault);
        then.accept(new Applying.Applied(done -> {
            inForce.remove(id);
            done.run();
        }));
    }

    /// Whether nothing gets into the zone or out of it.
    boolean cutOff(String zone) {
        return any(fault -> fault instanceof Fault.ZonePartition(String cut) && cut.equals(zone));
    }

    /// Whether this one request to the zone gets no answer.
    boolean loses(String zone, RandomGenerator random) {
        return any(fault -> fault instanceof Fault.ZoneLoss(String hit, double share) && hit.equals(zone)
                && random.nextDouble() * WHOLE < share);
    }

    /// By how much an answer out of the zone is late.
    Duration late(String zone, RandomGenerator random) {
        Duration late = Duration.ZERO;
        for (Fault fault : inForce.values()) {
            if (fault instanceof Fault.ZoneLatency(String slow, Duration delay, Duration jitter) && slow.equals(zone)) {
                late = late.plus(delay).plusNanos(Math.round((2 * random.nextDouble() - 1) * jitter.toNanos()));
            }
        }
        return late;
    }

    /// By how much each answer of inventory is late.
    Duration stockLate(String cell, String zone) {
        Duration late = Duration.ZERO;
        for (Fault fault : inForce.values()) {
            if (fault instanceof Fault.DependencySlow slow && slow.scope().covers(cell, zone)) {
                late = late.plus(slow.delay());
            }
        }
        return late;
    }

    /// Whether inventory refuses every call, at once.
    boolean refusesStock(String cell, String zone) {
        return any(fault -> fault instanceof Fault.DependencyDown down && down.scope().covers(cell, zone));
    }

    /// By how much each answer of the cell's database is late.
    Duration database(String cell) {
        Duration late = Duration.ZERO;
        for (Fault fault : inForce.values()) {
            if (fault instanceof Fault.DatabaseSlow(String slow, Duration delay) && slow.equals(cell)) {
                late = late.plus(delay);
            }
        }
        return late;
    }

    /// How long the cell's orders wait now, since its database is being restored.
    Duration databaseWait(String cell) {
        return databases.wait(cell);
    }

    /// Whether tasks there look for their table where it is not.
    boolean wrongSetting(String cell, String zone) {
        return any(fault -> fault instanceof Fault.BadConfig config && config.scope().covers(cell, zone));
    }

    /// Whether no line of tasks there arrives at the log sink.
    boolean logStalled(String cell, String zone) {
        return any(fault -> fault instanceof Fault.LogSinkStall stall && stall.scope().covers(cell, zone));
    }

    /// Whether a task there stands still once its log holds what it can.
    boolean logBlocks(String cell, String zone) {
        return blockingLogs && logStalled(cell, zone);
    }

    private boolean any(Predicate<Fault> what) {
        return inForce.values().stream().anyMatch(what);
    }
}
