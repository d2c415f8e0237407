package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Scope;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Faults.InForce;
import io.gameday.target.Faults.Injected;
import io.gameday.target.Faults.Renewed;
import io.gameday.target.Faults.Reverted;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Faults of every kind but those that need people, anywhere, often several at once.
final class RandomFaults implements Move {

    /// One in so many seconds begins one.
    private static final int ONE_IN = 6;
    private static final int MOST_AT_ONCE = 3;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final Duration LEASE = Duration.ofSeconds(8);

    /// When each that is in force is to be over.
    private final Map<String, Integer> until = new LinkedHashMap<>();
    /// Which cell's control plane each of its kind takes down.
    private final Map<String, String> down = new HashMap<>();
    private final List<String> comparable = new ArrayList<>();
    private int begun;

    @Override
    public Optional<String> second(int second, App app, RandomGenerator random) {
        Faults faults = app.target().faults().get().orElseThrow();
        until.entrySet().removeIf(fault -> {
            boolean over = fault.getValue() <= second;
            if (over) {
                app.<Reverted>ask(reply -> faults.revert(fault.getKey(), reply));
            } else {
                app.<Renewed>ask(reply -> faults.renew(fault.getKey(), reply));
            }
            return over;
        });
        if (until.size() >= MOST_AT_ONCE || random.nextInt(ONE_IN) > 0) {
            return Optional.empty();
        }
        Fault fault = fault(app.target().topology().cells(), app.target().topology().zones(), random);
        int lasts = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        String id = "f" + (begun + 1);
        Answer<FaultPlan> planned = app.ask(reply -> faults.plan(fault, reply));
        if (!(planned instanceof Answer.Ok<FaultPlan>(FaultPlan plan))) {
            return Optional.empty();
        }
        Answer<Injected> injected = app.ask(reply -> faults.inject(id, plan, Duration.ofMinutes(1), LEASE, reply));
        // Two that exclude each other are refused, as they should be.
        if (!(injected instanceof Answer.Ok<Injected>)) {
            return Optional.empty();
        }
        begun++;
        // Whether new customers are gone is seen by the rate before, which others may have lowered.
        if (!(fault instanceof Fault.Surge)) {
            comparable.add(id);
        }
        until.put(id, second + lasts);
        if (fault instanceof Fault.ControlPlaneDown(String cell)) {
            down.put(id, cell);
        }
        return Optional.of(id + " " + fault + " for " + lasts + " s");
    }

    /// Cells whose control plane is down.
    Set<String> unwatched() {
        return down.entrySet().stream().filter(fault -> until.containsKey(fault.getKey())).map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    @Override
    public void cease(App app) {
        Faults faults = app.target().faults().get().orElseThrow();
        until.keySet().forEach(id -> app.<Reverted>ask(reply -> faults.revert(id, reply)));
        until.clear();
    }

    @Override
    public List<String> left(App app) {
        Faults faults = app.target().faults().get().orElseThrow();
        List<String> left = new ArrayList<>();
        if (app.<List<InForce>>ask(faults::inForce) instanceof Answer.Ok<List<InForce>>(List<InForce> all)) {
            all.forEach(fault -> left.add(fault.id() + " is in force"));
        }
        for (String id : comparable) {
            Answer<Observation> seen = app.ask(reply -> faults.observe(id, reply));
            // Where others reached as far, what was before may not be known, and then nothing can be compared with it.
            if (!(seen instanceof Answer.Ok<Observation>(Observation observation))
                    || observation.presence() == Presence.BITES) {
                left.add(id + " still bites: " + seen);
            }
        }
        return left;
    }

    private static Fault fault(List<String> cells, List<String> zones, RandomGenerator random) {
        String cell = cells.get(random.nextInt(cells.size()));
        String zone = zones.get(random.nextInt(zones.size()));
        Duration delay = Duration.ofMillis(40 + random.nextInt(1000));
        Scope scope = new Scope.Zone(zone);
        return switch (random.nextInt(19)) {
            case 0 -> new Fault.ZonePowerLoss(zone);
            case 1 -> new Fault.ZonePartition(zone);
            case 2 -> new Fault.ZoneLatency(zone, delay, Duration.ZERO);
            case 3 -> new Fault.ZoneLoss(zone, 2 + random.nextInt(99));
            case 4 -> new Fault.TaskCrash(cell, zone);
            case 5 -> new Fault.TaskHang(cell, zone);
            case 6 -> new Fault.TaskLatency(cell, zone, delay);
            case 7 -> new Fault.TaskErrors(cell, zone, 50);
            case 8 -> new Fault.LogSinkStall(scope);
            case 9 -> new Fault.DependencySlow("inventory", scope, delay);
            case 10 -> new Fault.DependencyDown("inventory", scope);
            case 11 -> new Fault.DatabaseSlow(cell, delay);
            case 12 -> new Fault.ControlPlaneDown(cell);
            case 13 -> new Fault.BadConfig(scope);
            case 14 -> new Fault.Surge(5 + random.nextInt(20));
            case 15 -> new Fault.BadDeploy(cell, defect(random));
            case 16, 17 -> new Fault.BadDeploy(Fault.BadDeploy.EVERY_CELL, defect(random));
            default -> new Fault.BadAlarm();
        };
    }

    private static String defect(RandomGenerator random) {
        return Fault.DEFECTS.get(random.nextInt(Fault.DEFECTS.size()));
    }
}
