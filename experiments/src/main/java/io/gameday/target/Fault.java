package io.gameday.target;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gameday.observability.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Something to break, in the words of the experiment file. What a kind means is the same on every target; how truly a
/// target can do it, [Faults#fidelity] says.
///
/// Each record refuses values out of range with an [IllegalArgumentException] that names the field.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@Type(Fault.ZonePowerLoss.class), @Type(Fault.ZonePartition.class), @Type(Fault.ZoneLatency.class),
        @Type(Fault.ZoneLoss.class), @Type(Fault.TaskCrash.class), @Type(Fault.TaskHang.class),
        @Type(Fault.TaskLatency.class), @Type(Fault.TaskErrors.class), @Type(Fault.TaskMemory.class),
        @Type(Fault.LogSinkStall.class), @Type(Fault.DependencySlow.class), @Type(Fault.DependencyDown.class),
        @Type(Fault.DatabaseSlow.class), @Type(Fault.ControlPlaneDown.class), @Type(Fault.BadDeploy.class),
        @Type(Fault.BadConfig.class), @Type(Fault.BadAlarm.class), @Type(Fault.PoisonPill.class),
        @Type(Fault.Surge.class), @Type(Fault.External.class)})
public sealed interface Fault {

    String ZONE_POWER_LOSS = "zone-power-loss";
    String ZONE_PARTITION = "zone-partition";
    String ZONE_LATENCY = "zone-latency";
    String ZONE_LOSS = "zone-loss";
    String TASK_CRASH = "task-crash";
    String TASK_HANG = "task-hang";
    String TASK_LATENCY = "task-latency";
    String TASK_ERRORS = "task-errors";
    String TASK_MEMORY = "task-memory";
    String LOG_SINK_STALL = "log-sink-stall";
    String DEPENDENCY_SLOW = "dependency-slow";
    String DEPENDENCY_DOWN = "dependency-down";
    String DATABASE_SLOW = "database-slow";
    String CONTROL_PLANE_DOWN = "control-plane-down";
    String BAD_DEPLOY = "bad-deploy";
    String BAD_CONFIG = "bad-config";
    String BAD_ALARM = "bad-alarm";
    String POISON_PILL = "poison-pill";
    String SURGE = "surge";
    String EXTERNAL = "external";

    /// Every kind, in the order above.
    List<String> KINDS = Arrays.stream(Fault.class.getPermittedSubclasses()).map(Fault::kindOf).toList();

    /// The longest added delay, and the shortest: the median of a few orders moves by 30 ms by chance, so the effect of
    /// less could not be told from none.
    Duration LONGEST_DELAY = Duration.ofSeconds(30);
    Duration SHORTEST_DELAY = Duration.ofMillis(40);

    /// Percent of requests; of less than this the end cannot be seen by a bearable number of looks.
    double LEAST_SHARE = 2;

    /// What the reference app depends on besides its databases.
    List<String> DEPENDENCIES = List.of("inventory");

    /// What can be wrong with a revision: it answers half of the orders with an error, is slow, fails its health check
    /// while it serves well, or crashes soon after its start.
    List<String> DEFECTS = List.of("errors", "slow", "unhealthy", "crash");

    /// What it is aimed at.
    Scope scope();

    /// The word used in the experiment file.
    default String kind() {
        return kindOf(getClass());
    }

    /// Whether it stays in force until it is taken away.
    default boolean lasting() {
        return true;
    }

    /// How much longer than others it may take to be gone once it was taken away: what was rolled out to tasks has to be
    /// rolled back from them, one after the other, and a router's evictions run for up to 30 s.
    default Duration lingers() {
        return switch (this) {
            case BadDeploy _,BadConfig _,BadAlarm _,PoisonPill _ -> Duration.ofSeconds(45);
            // Tasks of the cell that were not evicted do the work of those that were, and are slow from that alone.
            case DatabaseSlow _ -> Duration.ofSeconds(30);
            case ZonePowerLoss _,ZonePartition _,ZoneLatency _,ZoneLoss _,TaskCrash _,TaskHang _,TaskLatency _,TaskErrors _,TaskMemory _,LogSinkStall _,DependencySlow _,DependencyDown _,ControlPlaneDown _,Surge _,External _ ->
                Duration.ZERO;
        };
    }

    /// Why nobody could see that it bites, or that it is gone; nothing for most. What is planned is refused by this, and a
    /// journal that tells of such a fault can still be read.
    default Optional<String> unprovable() {
        return switch (this) {
            case ZoneLatency(var _, Duration delay, var _) -> tooShort(delay);
            case TaskLatency(var _, var _, Duration delay) -> tooShort(delay);
            case DependencySlow(var _, var _, Duration delay) -> tooShort(delay);
            case DatabaseSlow(var _, Duration delay) -> tooShort(delay);
            case ZoneLoss(var _, double share) -> tooFew(share);
            case TaskErrors(var _, var _, double share) -> tooFew(share);
            case External(var _, Scope.Site _) -> Optional.of(
                    "scope is 'site'; allowed: a zone, or a cell's part in a zone. Of the whole site nothing can be seen");
            default -> Optional.empty();
        };
    }

    private static Optional<String> tooShort(Duration delay) {
        return delay.compareTo(SHORTEST_DELAY) >= 0
                ? Optional.empty()
                : Optional.of("delay is " + delay.toMillis() + " ms; allowed: " + SHORTEST_DELAY.toMillis()
                        + " ms to 30000 ms. Less could not be told from chance");
    }

    private static Optional<String> tooFew(double share) {
        return share >= LEAST_SHARE
                ? Optional.empty()
                : Optional.of("share is " + share + " %; allowed: " + LEAST_SHARE
                        + " % to 100 %. The end of less could not be seen");
    }

    private static String kindOf(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    /// All tasks of the zone die, and none can start there while the fault lasts.
    @JsonTypeName(ZONE_POWER_LOSS)
    record ZonePowerLoss(String zone) implements Fault {
        @Override
        public Scope scope() {
            return new Scope.Zone(zone);
        }
    }

    /// Nothing gets into the zone or out of it; what runs there runs on.
    @JsonTypeName(ZONE_PARTITION)
    record ZonePartition(String zone) implements Fault {
        @Override
        public Scope scope() {
            return new Scope.Zone(zone);
        }
    }

    /// Every answer out of the zone is late.
    ///
    /// @param delay  added to each answer; 40 ms to 30 s
    /// @param jitter greatest distance from `delay` either way; at most `delay`
    @JsonTypeName(ZONE_LATENCY)
    record ZoneLatency(String zone, Duration delay, Duration jitter) implements Fault {
        public ZoneLatency {
            checkDelay(delay);
            if (jitter.isNegative() || jitter.compareTo(delay) > 0) {
                throw new IllegalArgumentException(
                        "jitter is " + jitter.toMillis() + " ms; allowed: 0 to delay, " + delay.toMillis() + " ms");
            }
        }

        @Override
        public Scope scope() {
            return new Scope.Zone(zone);
        }
    }

    /// Some requests to the zone get no answer: the connection breaks.
    ///
    /// @param sharePercent of the requests; more than 0, at most 100
    @JsonTypeName(ZONE_LOSS)
    record ZoneLoss(String zone, double sharePercent) implements Fault {
        public ZoneLoss {
            checkShare(sharePercent);
        }

        @Override
        public Scope scope() {
            return new Scope.Zone(zone);
        }
    }

    /// One task of a cell in a zone is killed (SIGKILL). Nothing stays in force; the platform starts another.
    @JsonTypeName(TASK_CRASH)
    record TaskCrash(String cell, String zone) implements Fault {
        @Override
        public Scope scope() {
            return new Scope.CellZone(cell, zone);
        }

        @Override
        public boolean lasting() {
            return false;
        }
    }

    /// One task of a cell in a zone stops answering but does not end (SIGSTOP).
    @JsonTypeName(TASK_HANG)
    record TaskHang(String cell, String zone) implements Fault {
        @Override
        public Scope scope() {
            return new Scope.CellZone(cell, zone);
        }
    }

    /// The code of a cell's tasks in a zone is slow.
    ///
    /// @param delay added to each order; 40 ms to 30 s
    @JsonTypeName(TASK_LATENCY)
    record TaskLatency(String cell, String zone, Duration delay) implements Fault {
        public TaskLatency {
            checkDelay(delay);
        }

        @Override
        public Scope scope() {
            return new Scope.CellZone(cell, zone);
        }
    }

    /// The code of a cell's tasks in a zone throws.
    ///
    /// @param sharePercent of the orders; more than 0, at most 100
    @JsonTypeName(TASK_ERRORS)
    record TaskErrors(String cell, String zone, double sharePercent) implements Fault {
        public TaskErrors {
            checkShare(sharePercent);
        }

        @Override
        public Scope scope() {
            return new Scope.CellZone(cell, zone);
        }
    }

    /// The memory of a cell's tasks in a zone is filled.
    ///
    /// @param fillPercent of the heap; 75 to 95, since a task at rest has most of the rest in use already
    @JsonTypeName(TASK_MEMORY)
    record TaskMemory(String cell, String zone, int fillPercent) implements Fault {
        public TaskMemory {
            if (fillPercent < 75 || fillPercent > 95) {
                throw new IllegalArgumentException("fill is " + fillPercent + " %; allowed: 75 % to 95 %");
            }
        }

        @Override
        public Scope scope() {
            return new Scope.CellZone(cell, zone);
        }
    }

    /// The log sink acknowledges nothing more of what the tasks in scope write.
    @JsonTypeName(LOG_SINK_STALL)
    record LogSinkStall(Scope scope) implements Fault {
    }

    /// A service that the tasks in scope ask is slow to answer them.
    ///
    /// @param dependency one of [#DEPENDENCIES]
    /// @param delay      added to each answer; 40 ms to 30 s
    @JsonTypeName(DEPENDENCY_SLOW)
    record DependencySlow(String dependency, Scope scope, Duration delay) implements Fault {
        public DependencySlow {
            checkWord("dependency", dependency, DEPENDENCIES);
            checkDelay(delay);
        }
    }

    /// A service that the tasks in scope ask refuses their connections.
    ///
    /// @param dependency one of [#DEPENDENCIES]
    @JsonTypeName(DEPENDENCY_DOWN)
    record DependencyDown(String dependency, Scope scope) implements Fault {
        public DependencyDown {
            checkWord("dependency", dependency, DEPENDENCIES);
        }
    }

    /// The database of a cell is slow to answer.
    ///
    /// @param delay added to each answer; 40 ms to 30 s
    @JsonTypeName(DATABASE_SLOW)
    record DatabaseSlow(String cell, Duration delay) implements Fault {
        public DatabaseSlow {
            checkDelay(delay);
        }

        @Override
        public Scope scope() {
            return new Scope.Cell(cell);
        }
    }

    /// Nothing can be placed, scaled or deployed in a cell; what runs there runs on.
    @JsonTypeName(CONTROL_PLANE_DOWN)
    record ControlPlaneDown(String cell) implements Fault {
        @Override
        public Scope scope() {
            return new Scope.Cell(cell);
        }
    }

    /// A wrong revision is ordered.
    ///
    /// @param cell   or [#EVERY_CELL]
    /// @param defect one of [#DEFECTS]
    @JsonTypeName(BAD_DEPLOY)
    record BadDeploy(String cell, String defect) implements Fault {

        /// Instead of one cell's name: the whole deployment.
        public static final String EVERY_CELL = "every-cell";

        public BadDeploy {
            checkWord("defect", defect, DEFECTS);
        }

        @Override
        public Scope scope() {
            return one().<Scope>map(Scope.Cell::new).orElse(Scope.SITE);
        }

        /// The cell; empty where it is for all of them.
        public Optional<String> one() {
            return Optional.of(cell).filter(name -> !name.equals(EVERY_CELL));
        }
    }

    /// A wrong setting is pushed to the tasks in scope: their database calls fail, and so do their health checks.
    @JsonTypeName(BAD_CONFIG)
    record BadConfig(Scope scope) implements Fault {
    }

    /// A wrong threshold is pushed to the alarms that drive the router: every task looks unhealthy to it.
    @JsonTypeName(BAD_ALARM)
    record BadAlarm() implements Fault {
        @Override
        public Scope scope() {
            return Scope.SITE;
        }
    }

    /// One customer sends, once a second, a request that kills the task that works on it.
    @JsonTypeName(POISON_PILL)
    record PoisonPill(String customer) implements Fault {
        @Override
        public Scope scope() {
            return Scope.SITE;
        }
    }

    /// New customers come, all at once.
    ///
    /// @param rate their requests per second; 1 to 10,000
    @JsonTypeName(SURGE)
    record Surge(double rate) implements Fault {
        public Surge {
            if (!(rate >= 1 && rate <= 10_000)) {
                throw new IllegalArgumentException("rate is " + rate + "/s; allowed: 1/s to 10000/s");
            }
        }

        @Override
        public Scope scope() {
            return Scope.SITE;
        }
    }

    /// Somebody breaks it by other means, and says when it begins and when it has ended.
    ///
    /// @param what what they are asked to do, in words for people
    @JsonTypeName(EXTERNAL)
    record External(String what, Scope scope) implements Fault {
    }

    private static void checkDelay(Duration delay) {
        if (!delay.isPositive() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "delay is " + delay.toMillis() + " ms; allowed: more than 0, at most 30000 ms");
        }
    }

    private static void checkShare(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("share is " + percent + " %; allowed: more than 0 %, at most 100 %");
        }
    }

    private static void checkWord(String field, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(field + " is '" + value + "'; allowed: " + String.join(", ", allowed));
        }
    }
}
