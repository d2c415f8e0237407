package io.gameday.reference.fleet;

import io.gameday.reference.fleet.Fleet.Cluster;
import io.gameday.reference.fleet.Fleet.Region;
import io.gameday.reference.policy.CellEvacuation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// One Region as a generation cuts it: its names, what stands behind them, and their alarms.
final class RegionDay {

    private final Fleet fleet;
    private final Region region;
    private final Generation generation;
    private final Traffic traffic;
    private final List<Front> fronts = new ArrayList<>();
    private final Map<String, DoubleSupplier> usual = new HashMap<>();
    private final Alarms alarms;
    private Conditions conditions;
    private int minute;

    RegionDay(Fleet fleet, Region region, Generation generation, Traffic traffic) {
        this.fleet = fleet;
        this.region = region;
        this.generation = generation;
        this.traffic = traffic;
        conditions = Conditions.of(region.zones(), List.of(), generation, 0);
        switch (generation) {
            case ONE_STACK -> oneStack();
            case TIED_CLUSTERS -> region.clusters().forEach(this::tied);
            case ZONAL_CELLS -> region.clusters().forEach(this::cells);
        }
        alarms = new Alarms(region.name(), fleet.alarms(), fronts, usual);
    }

    private void oneStack() {
        double peak = region.clusters().stream().mapToDouble(Cluster::peak).sum();
        Stack stack = over(region.name(), new Stack.Size(fleet.before(), fleet.hostStarts(), 0, peak, usualOfAll()));
        usual.put(stack.name(), this::usualOfAll);
        fronts.add(front(region.name(), List.of(stack), region.customers()));
    }

    private double usualOfAll() {
        return region.clusters().stream().mapToDouble(cluster -> traffic.usual(region, cluster, minute)).sum();
    }

    /// None can be sized alone, so each has at least what the busiest needs when it is quietest.
    private void tied(Cluster cluster) {
        double busiest = region.clusters().stream().mapToDouble(Cluster::peak).max().orElse(0);
        int least = fleet.before().hosts(busiest * fleet.trough());
        Stack stack = over(cluster.name(), new Stack.Size(fleet.before(), fleet.hostStarts(), least, cluster.peak(),
                traffic.usual(region, cluster, minute)));
        usual.put(stack.name(), () -> traffic.usual(region, cluster, minute));
        fronts.add(front(cluster.name(), List.of(stack), cluster.customers()));
    }

    private Stack over(String name, Stack.Size size) {
        return new Stack(name, size, IntStream.range(0, region.zones().size()).boxed().toList(), region.zones().size());
    }

    private void cells(Cluster cluster) {
        List<Stack> stacks = new ArrayList<>();
        int count = cluster.count();
        for (int zone = 0; zone < region.zones().size(); zone++) {
            int here = cluster.cells().getOrDefault(region.zones().get(zone), 0);
            for (int number = 1; number <= here; number++) {
                String name = cluster.name() + "/" + region.zones().get(zone) + "-" + number;
                stacks.add(
                        new Stack(name,
                                new Stack.Size(cluster.sizing(), fleet.hostStarts(), 0, cluster.peak() / count,
                                        traffic.usual(region, cluster, minute) / count),
                                List.of(zone), region.zones().size()));
                usual.put(name, () -> traffic.usual(region, cluster, minute) / count);
            }
        }
        fronts.add(front(cluster.name(), stacks, cluster.customers()));
    }

    private Front front(String name, List<Stack> stacks, int customers) {
        return new Front(name, stacks, customers, fleet.evacuation(), fleet.objectiveOff());
    }

    /// Plays one minute.
    ///
    /// @param random of the customers' choice of cells
    /// @param left   gets what changes in the names
    Alarms.Rung minute(int now, Conditions state, RandomGenerator random, Consumer<CellEvacuation.Change> left,
            Alarms.Listener told) {
        minute = now;
        conditions = state;
        double all = 0;
        for (int i = 0; i < region.clusters().size(); i++) {
            double rate = traffic.now(region, region.clusters().get(i), now);
            all += rate;
            if (generation != Generation.ONE_STACK) {
                fronts.get(i).minute(now, rate, state, random, left);
            }
        }
        if (generation == Generation.ONE_STACK) {
            fronts.getFirst().minute(now, all, state, random, left);
        }
        return alarms.minute(now, told);
    }

    Region region() {
        return region;
    }

    List<Front> fronts() {
        return fronts;
    }

    String pager() {
        return alarms.pager();
    }

    /// Requests a second in the newest minute.
    double load() {
        return fronts.stream().mapToDouble(Front::load).sum();
    }

    double failed() {
        return fronts.stream().mapToDouble(Front::failed).sum();
    }

    int hosts() {
        return (int) sum(Stack::hosts);
    }

    double dollars() {
        return sum(Stack::dollars);
    }

    /// Requests a second times the hops of each within the platform that leave their zone.
    double crossing() {
        return sum(stack -> stack.load() * stack.crossing(conditions)) * fleet.transfer().hops();
    }

    /// What would cross within if balancers reached over all zones.
    double crossingWithoutAffinity() {
        return load() * elsewhere() * fleet.transfer().hops();
    }

    /// What crosses on the way in: customers are in all zones alike, and a name knows nothing of zones.
    double crossingIn() {
        return load() * elsewhere();
    }

    private double elsewhere() {
        return 1 - 1.0 / region.zones().size();
    }

    private double sum(ToDoubleFunction<Stack> of) {
        return fronts.stream().flatMap(front -> front.stacks().stream()).mapToDouble(of).sum();
    }
}
