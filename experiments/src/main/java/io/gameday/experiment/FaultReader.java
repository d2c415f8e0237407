package io.gameday.experiment;

import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what a step injects.
final class FaultReader {

    private static final int FILL_UNLESS_SAID = 85;

    private final ExpectationReader.Names names;

    FaultReader(ExpectationReader.Names names) {
        this.names = names;
    }

    /// Empty when it could not be read; the problem has been told.
    Optional<Fault> read(Fields step) {
        return switch (step.oneOf("inject", Fault.KINDS)) {
            case Fault.ZONE_POWER_LOSS -> Optional.of(new Fault.ZonePowerLoss(zone(step)));
            case Fault.ZONE_PARTITION -> Optional.of(new Fault.ZonePartition(zone(step)));
            case Fault.ZONE_LATENCY -> zoneLatency(step);
            case Fault.ZONE_LOSS -> {
                String zone = zone(step);
                yield share(step).map(share -> new Fault.ZoneLoss(zone, share));
            }
            case Fault.TASK_CRASH -> Optional.of(new Fault.TaskCrash(cell(step), zone(step)));
            case Fault.TASK_HANG -> Optional.of(new Fault.TaskHang(cell(step), zone(step)));
            case Fault.TASK_LATENCY -> {
                Scope.CellZone place = new Scope.CellZone(cell(step), zone(step));
                yield delay(step).map(delay -> new Fault.TaskLatency(place.cell(), place.zone(), delay));
            }
            case Fault.TASK_ERRORS -> {
                Scope.CellZone place = new Scope.CellZone(cell(step), zone(step));
                yield share(step).map(share -> new Fault.TaskErrors(place.cell(), place.zone(), share));
            }
            case Fault.TASK_MEMORY -> {
                Double fill = step.percent("fill", 75, 95);
                yield Optional.of(new Fault.TaskMemory(cell(step), zone(step),
                        fill == null ? FILL_UNLESS_SAID : (int) Math.round(fill)));
            }
            case Fault.LOG_SINK_STALL -> Optional.of(new Fault.LogSinkStall(names.scope(step)));
            case Fault.DEPENDENCY_SLOW -> {
                String dependency = step.oneOf("dependency", Fault.DEPENDENCIES);
                Scope scope = names.scope(step);
                yield delay(step).filter(d -> Fault.DEPENDENCIES.contains(dependency))
                        .map(delay -> new Fault.DependencySlow(dependency, scope, delay));
            }
            case Fault.DEPENDENCY_DOWN -> {
                String dependency = step.oneOf("dependency", Fault.DEPENDENCIES);
                Scope scope = names.scope(step);
                yield Fault.DEPENDENCIES.contains(dependency)
                        ? Optional.of(new Fault.DependencyDown(dependency, scope))
                        : Optional.empty();
            }
            case Fault.DATABASE_SLOW -> {
                String cell = cell(step);
                yield delay(step).map(delay -> new Fault.DatabaseSlow(cell, delay));
            }
            case Fault.CONTROL_PLANE_DOWN -> Optional.of(new Fault.ControlPlaneDown(cell(step)));
            case Fault.BAD_DEPLOY -> {
                String cell = step.has("cell") ? cell(step) : Fault.BadDeploy.EVERY_CELL;
                String defect = step.oneOf("defect", Fault.DEFECTS);
                yield Fault.DEFECTS.contains(defect)
                        ? Optional.of(new Fault.BadDeploy(cell, defect))
                        : Optional.empty();
            }
            case Fault.BAD_CONFIG -> {
                Scope scope = names.scope(step);
                step.require("zone");
                yield Optional.of(new Fault.BadConfig(scope));
            }
            case Fault.BAD_ALARM -> Optional.of(new Fault.BadAlarm());
            case Fault.POISON_PILL -> Optional.of(new Fault.PoisonPill(step.text("customer")));
            case Fault.SURGE -> {
                Double rate = step.rate("rate", 1, 10_000);
                step.require("rate");
                yield Optional.ofNullable(rate).map(Fault.Surge::new);
            }
            case Fault.EXTERNAL -> {
                Scope place = names.scope(step);
                step.require("zone");
                String what = step.text("what");
                yield Optional.of(place).filter(scope -> !(scope instanceof Scope.Site))
                        .map(scope -> new Fault.External(what, scope));
            }
            default -> {
                // The place is checked all the same, so that one pass tells everything.
                names.scope(step);
                yield Optional.empty();
            }
        };
    }

    private Optional<Fault> zoneLatency(Fields step) {
        String zone = zone(step);
        Duration jitter = step.duration("jitter", Duration.ZERO, Fault.LONGEST_DELAY);
        Optional<Duration> delay = delay(step);
        if (delay.isPresent() && jitter != null && jitter.compareTo(delay.get()) > 0) {
            step.problem("jitter", step.name("jitter") + " is " + Units.words(jitter) + "; allowed: up to 'delay', "
                    + Units.words(delay.get()));
            return Optional.empty();
        }
        return delay.map(d -> new Fault.ZoneLatency(zone, d, jitter == null ? Duration.ZERO : jitter));
    }

    private String zone(Fields step) {
        return step.oneOf("zone", names.zones());
    }

    private String cell(Fields step) {
        return step.oneOf("cell", names.cells());
    }

    private static Optional<Duration> delay(Fields step) {
        @Nullable
        Duration delay = step.duration("delay", Fault.SHORTEST_DELAY, Fault.LONGEST_DELAY);
        step.require("delay");
        return Optional.ofNullable(delay);
    }

    private static Optional<Double> share(Fields step) {
        @Nullable
        Double share = step.percent("share", Fault.LEAST_SHARE, 100);
        step.require("share");
        return Optional.ofNullable(share);
    }
}
