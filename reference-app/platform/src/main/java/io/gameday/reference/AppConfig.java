package io.gameday.reference;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Evacuation;
import io.gameday.experiment.Experiment.Logging;
import io.gameday.experiment.Experiment.Overload;
import io.gameday.experiment.Experiment.Restart;
import io.gameday.experiment.Experiment.Routing;
import io.gameday.experiment.Experiment.Scaling;
import io.gameday.experiment.Experiment.Shape;
import io.gameday.experiment.Stacks;
import io.gameday.observability.Layout;
import io.gameday.reference.deployment.Rules;
import io.gameday.reference.policy.Capacity;
import io.gameday.reference.policy.InventoryCalls;
import io.gameday.reference.policy.RestartPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the reference app is to be, fixed before its first process starts and written to `app.json`.
///
/// @param cells           names, `cell-1`, …; 1 to 1 000, of which [io.gameday.reference.local.LocalApp#MOST_CELLS] at most run as processes
/// @param zones           names, `az1`, …; 2 to 9, zone number n being the addresses 127.0.n.*
/// @param headroomPercent capacity kept, in percent of the peak that the zones must carry together; 100 (none) to 300
/// @param rate            peak requests per second of all customers; more than 0, at most 10 000
/// @param workMillis      by cell, for how long a request holds its worker slot; 1 to 10 000, [#USUAL_HOLD] where it is not
///                        named
/// @param shape           how cells lie over zones
/// @param routing         how a customer comes to a cell
/// @param mechanisms      what the platform does by itself
/// @param seed            of everything random
/// @param folder          absolute path of the run or state folder that `app/` stands in
/// @param overrides       by customer, the cell that it is given when it is new; by hash where it is not named
public record AppConfig(List<String> cells, List<String> zones, int headroomPercent, double rate,
        Map<String, Integer> workMillis, Shape shape, Routing routing, Mechanisms mechanisms, long seed, String folder,
        Map<String, String> overrides) {

    /// For how long a request holds its slot unless told otherwise.
    public static final Duration USUAL_HOLD = Duration.ofMillis(90);

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /// @throws IllegalArgumentException naming every field that is out of its range
    public AppConfig {
        List<String> problems = new ArrayList<>();
        cells = List.copyOf(cells);
        zones = List.copyOf(zones);
        names("cells", cells, 1, 1_000, problems);
        names("zones", zones, 2, 9, problems);
        range("headroomPercent", headroomPercent, 100, 300, problems);
        workMillis = Collections.unmodifiableMap(new TreeMap<>(workMillis));
        workMillis.forEach((cell, millis) -> range("workMillis of " + cell, millis, 1, 10_000, problems));
        if (!(rate > 0 && rate <= 10_000)) {
            problems.add("rate is " + rate + "/s; allowed: more than 0, at most 10000/s");
        }
        overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
        for (var override : overrides.entrySet()) {
            if (!cells.contains(override.getValue())) {
                problems.add("override of " + override.getKey() + " is '" + override.getValue() + "'; allowed: "
                        + String.join(", ", cells));
            }
        }
        if (!folder.startsWith("/")) {
            problems.add("folder is '" + folder + "'; allowed: an absolute path");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /// Every customer is given its cell by hash.
    public AppConfig(List<String> cells, List<String> zones, int headroomPercent, double rate,
            Map<String, Integer> workMillis, Shape shape, Routing routing, Mechanisms mechanisms, long seed,
            String folder) {
        this(cells, zones, headroomPercent, rate, workMillis, shape, routing, mechanisms, seed, folder, Map.of());
    }

    /// The app of the standard game day: cells `cell-1`…, zones `az1`…, every mechanism on.
    public static AppConfig standard(int cells, int zones, int headroomPercent, double rate, long seed, String folder) {
        return new AppConfig(numbered("cell-", cells), numbered("az", zones), headroomPercent, rate, Map.of(),
                Shape.MULTI_ZONE, Routing.STICKY, Mechanisms.ALL, seed, folder);
    }

    /// The app that `experiment` wants.
    public static AppConfig of(Experiment experiment, long seed, String folder) {
        var system = experiment.system();
        Map<String, Integer> work = new TreeMap<>();
        system.work().forEach((cell, duration) -> work.put(cell, Math.toIntExact(duration.toMillis())));
        return new AppConfig(system.cellNames(), system.zones(), system.headroomPercent(), experiment.traffic().rate(),
                work, system.shape(), system.routing(), Mechanisms.of(system.mechanisms()), seed, folder,
                system.overrides());
    }

    /// Whether `other` is the same app but for its folder and its chance.
    public boolean sameSystem(AppConfig other) {
        return equals(new AppConfig(other.cells, other.zones, other.headroomPercent, other.rate, other.workMillis,
                other.shape, other.routing, other.mechanisms, seed, folder, other.overrides));
    }

    /// Which zones each cell lies in.
    public Layout layout() {
        return shape.layout(cells, zones);
    }

    /// How many tasks a cell has unless told otherwise: one in each of its zones.
    public int tasks(String cell) {
        return layout().zonesOf(cell).size();
    }

    /// For how long a request to the cell holds its worker slot at least.
    public Duration hold(String cell) {
        Integer millis = workMillis.get(cell);
        return millis == null ? USUAL_HOLD : Duration.ofMillis(millis);
    }

    /// What is provisioned; every task has the slots that the slowest cell needs. Cells over all zones share each zone's
    /// peak; cells in one zone share the whole peak, and a zone holds as many as lie in it. Where tasks follow the load, a
    /// zone has room for the most of them.
    public Capacity capacity() {
        Duration longest = cells.stream().map(this::hold).max(Duration::compareTo).orElseThrow();
        Capacity even = switch (shape) {
            case MULTI_ZONE -> Capacity.of(rate, headroomPercent, zones.size(), cells.size(), longest);
            case ONE_ZONE -> Capacity.of(rate, headroomPercent, cells.size(), 1, longest).times(layout().mostInAZone());
        };
        return even.withRoom(mechanisms.most());
    }

    /// Which zone the addresses 127.0.n.* are; 1-based.
    ///
    /// @throws IllegalArgumentException when there is no such zone
    public int zoneNumber(String zone) {
        int index = zones.indexOf(zone);
        if (index < 0) {
            throw new IllegalArgumentException("zone is '" + zone + "'; allowed: " + String.join(", ", zones));
        }
        return index + 1;
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> prefix + n).toList();
    }

    private static void names(String field, List<String> names, int least, int most, List<String> problems) {
        if (names.size() < least || names.size() > most) {
            problems.add(field + " has " + names.size() + " names; allowed: " + least + " to " + most);
        }
        if (names.stream().distinct().count() != names.size()) {
            problems.add(field + " is " + names + "; every name is allowed once");
        }
        names.stream().filter(name -> !NAME.matcher(name).matches()).forEach(name -> problems
                .add(field + " has '" + name + "'; allowed: lower-case letters, digits and single hyphens"));
    }

    private static void range(String field, int value, int least, int most, List<String> problems) {
        if (value < least || value > most) {
            problems.add(field + " is " + value + "; allowed: " + least + " to " + most);
        }
    }

    /// What the platform does by itself and can be switched.
    ///
    /// @param weighAway   the control plane takes traffic off a zone it sees impaired
    /// @param routerRetry the router tries once more in another zone
    /// @param rebalancing the control plane spreads tasks evenly again
    /// @param logging     mode of the tasks' log drivers
    /// @param failOpen    the router sends to all tasks of a cell where every one of them looks unhealthy
    /// @param evacuation  the router takes cells with too few healthy hosts out of the cluster's name
    /// @param scaling     the control plane has the number of tasks follow the load; null where it does not
    /// @param restart     the host restarts a crashed task in place; null where it does not
    /// @param deployment  what makes a deployment safe
    /// @param inventory   what orders ask, and how
    /// @param overload    what a task does with orders beyond its limit
    /// @param zoneAffinity the router sends a request to the zone in which it entered, while its cell has a healthy task there
    /// @param stacks      the old stack and the new one beside each other
    public record Mechanisms(boolean weighAway, boolean routerRetry, boolean rebalancing, Logging logging,
            boolean failOpen, Evacuation evacuation, @Nullable Scaling scaling, @Nullable Restart restart,
            Rules deployment, Experiment.Inventory inventory, Overload overload, boolean zoneAffinity, Stacks stacks) {
        public static final Mechanisms ALL = of(Experiment.Mechanisms.DEFAULT);

        /// With what came later as it is unless told otherwise.
        public Mechanisms(boolean weighAway, boolean routerRetry, boolean rebalancing, Logging logging,
                boolean failOpen, Evacuation evacuation, @Nullable Scaling scaling, @Nullable Restart restart) {
            this(weighAway, routerRetry, rebalancing, logging, failOpen, evacuation, scaling, restart,
                    rules(Experiment.Deployment.DEFAULT), Experiment.Inventory.DEFAULT, Overload.SHED, false,
                    Stacks.ONE);
        }

        /// The same with deployments by these rules.
        public Mechanisms deploying(Rules rules) {
            return new Mechanisms(weighAway, routerRetry, rebalancing, logging, failOpen, evacuation, scaling, restart,
                    rules, inventory, overload, zoneAffinity, stacks);
        }

        private static Rules rules(Experiment.Deployment wanted) {
            return new Rules(wanted.versionConsistency(), wanted.circuitBreaker(), wanted.alarms(), wanted.bake(),
                    wanted.rollout() == Experiment.Rollout.ALL_AT_ONCE);
        }

        /// As the experiment wants them.
        public static Mechanisms of(Experiment.Mechanisms wanted) {
            return new Mechanisms(wanted.weighAway(), wanted.routerRetry(), wanted.rebalancing(), wanted.logging(),
                    wanted.failOpen(), wanted.evacuation(), wanted.scaling(), wanted.restart(),
                    rules(wanted.deployment()), wanted.inventory(), wanted.overload(), wanted.zoneAffinity(),
                    wanted.stacks());
        }

        /// By which the host restarts tasks in place; empty where it does not.
        public Optional<RestartPolicy> restartPolicy() {
            return Optional.ofNullable(restart)
                    .map(wanted -> new RestartPolicy(wanted.attemptPeriod(), wanted.ignoredExitCodes()));
        }

        /// How a task with so many slots asks inventory.
        public InventoryCalls calls(int slots) {
            return switch (inventory.calls()) {
                case ONCE -> InventoryCalls.once();
                case NAIVE -> InventoryCalls.naive();
                case GUARDED -> InventoryCalls.guarded(slots);
            };
        }

        /// Tasks of a cell in each of its zones at most.
        int most() {
            return scaling == null ? 1 : scaling.most();
        }
    }
}
