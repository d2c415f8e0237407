package io.gameday.reference.router;

import io.gameday.experiment.Experiment;
import io.gameday.observability.Scope;
import io.gameday.reference.AppConfig;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.reference.policy.CellEvacuation;
import io.gameday.reference.policy.CellEvacuation.Back;
import io.gameday.reference.policy.CellEvacuation.Hosts;
import io.gameday.reference.policy.CellEvacuation.Mode;
import io.gameday.reference.policy.CellEvacuation.Out;
import io.gameday.reference.policy.ClusterName;
import io.gameday.reference.policy.HostHealth;
import io.gameday.reference.policy.NameTable;
import io.gameday.reference.policy.Routing;
import io.gameday.reference.policy.StackWeights;
import io.gameday.reference.policy.ZoneEntry;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The cells as the router chooses between them. Belongs to the network thread.
///
/// ```
/// sticky    customer ──► the cell of the table
/// cluster   customer ──► the cell that the request names, else one of those in the cluster's name
///                                              ▲
///           attempts ──► hosts' health ──► evacuation
/// ```
public final class Cluster {

    private final RouteTable table;
    private final Experiment.Routing routing;
    private final Set<String> newStack;
    private final EventLog log;
    private final RandomGenerator random;
    private final ClusterName name = new ClusterName();
    private final HostHealth health = new HostHealth();
    private final CellEvacuation evacuation;
    private final ZoneEntry entry;
    private final boolean affinity;
    private Optional<String> shifted = Optional.empty();
    /// Cells whose requests go to the shifted zone all the same.
    private final Set<String> failingOpen = new HashSet<>();

    public Cluster(RouteTable table, AppConfig config, EventLog log, RandomGenerator random) {
        this.table = table;
        this.routing = config.routing();
        this.newStack = Set.copyOf(config.mechanisms().stacks().newStack());
        this.log = log;
        this.random = random;
        entry = new ZoneEntry(config.zones(), config.seed());
        affinity = config.mechanisms().zoneAffinity();
        evacuation = new CellEvacuation(switch (config.mechanisms().evacuation()) {
            case OFF -> Mode.NONE;
            case LIMITED -> Mode.LIMITED;
            case ON -> Mode.ANY;
        });
    }

    /// Where the customer's request goes; null when nobody knows the customer.
    ///
    /// @param asked the cell that the request names, which then answers for itself; null when it names none. A sticky
    ///              customer has no choice
    /// @param now   ticks in nanoseconds
    public @Nullable String cell(String customer, @Nullable String asked, long now) {
        String own = table.cell(customer);
        if (own == null || routing == Experiment.Routing.STICKY) {
            return own;
        }
        if (asked != null) {
            return asked;
        }
        return name.cell(customer, evacuation.inName(inService()), weights(), now, random).orElse(own);
    }

    private StackWeights weights() {
        return newStack.isEmpty() ? StackWeights.ONE : new StackWeights(newStack, table.newPercent());
    }

    /// The tasks of the cell that may get a request now: outside the zone that is shifted away, or, where each of them looks
    /// unhealthy, inside it too.
    public List<RoutedTask> candidates(String cell, Predicate<RoutedTask> evicted) {
        List<RoutedTask> found = Routing.candidates(table.tasks(cell), evicted, task -> left(task.zone()),
                table.failsOpen());
        boolean open = shifted.isPresent() && found.stream().anyMatch(task -> left(task.zone())) && !leftWhole(cell);
        if (open && failingOpen.add(cell)) {
            log.add(EventLog.ZONAL_SHIFT_FAILS_OPEN, new Scope.Cell(cell),
                    "(cell " + cell + ") has no healthy task outside " + shifted.get() + ", which is shifted away: "
                            + shifted.get() + " gets its requests all the same.");
        } else if (!open) {
            failingOpen.remove(cell);
        }
        return found;
    }

    /// The zone in which the customer's next request enters; empty while that is shifted away.
    public Optional<String> entry(String customer, String cell) {
        return entry.zone(customer, cell, shifted);
    }

    /// Where a request's first attempt may go: with zone affinity to the zone in which it entered, while that has a candidate.
    public List<RoutedTask> first(List<RoutedTask> candidates, Optional<String> entered) {
        return affinity && entered.isPresent()
                ? Routing.near(candidates, task -> task.zone().equals(entered.get()))
                : candidates;
    }

    private boolean left(String zone) {
        return shifted.filter(zone::equals).isPresent();
    }

    /// Whether the whole cell lies in the zone that is shifted away, so that the cluster's name does not mean it.
    private boolean leftWhole(String cell) {
        return shifted.isPresent() && table.hosts(cell).stream().allMatch(host -> left(host.zone()));
    }

    /// What a client is told that asks for a name. It draws by a chance of its own, or asking would change where requests go.
    List<NameTable.Name> names(RandomGenerator chance) {
        List<String> inService = inService();
        return NameTable.of(inService, evacuation.inName(inService), evacuation::out, weights(), chance);
    }

    private List<String> inService() {
        List<String> all = table.cells().stream().filter(cell -> !table.hosts(cell).isEmpty()).toList();
        List<String> outside = all.stream().filter(cell -> !leftWhole(cell)).toList();
        return outside.isEmpty() ? all : outside;
    }

    public void attempted(RoutedTask task, AttemptOutcome outcome, long now) {
        health.attempted(task.id(), outcome, now);
    }

    /// Takes cells out of the name and lets them back in, and ends a shift whose time is over. Call it every so often.
    ///
    /// @param now  ticks in nanoseconds
    /// @param time of day, which shifts are told by
    public void look(long now, Instant time) {
        shifted = table.shiftedAway(time);
        health.retain(table.ids());
        name.retain(table.customers().keySet());
        entry.take(table.customers());
        Map<String, Hosts> hosts = new LinkedHashMap<>();
        table.cells().forEach(cell -> hosts.put(cell, hosts(cell, now)));
        evacuation.look(hosts, now).forEach(change -> {
            switch (change) {
                case Out(String cell, String why, boolean failOpen) -> log.add(EventLog.EVACUATION,
                        new Scope.Cell(cell), "(cell " + cell + ") is taken out of the cluster's name: " + why + "."
                                + (failOpen ? " It fails open and means all cells." : ""));
                case Back(String cell) -> log.add(EventLog.EVACUATION_ENDED, new Scope.Cell(cell),
                        "(cell " + cell + ") is in the cluster's name again.");
            }
        });
    }

    private Hosts hosts(String cell, long now) {
        List<RouteTable.Route> all = table.hosts(cell);
        return new Hosts((int) all.stream().filter(host -> host.healthy() && health.healthy(host.id(), now)).count(),
                all.size());
    }
}
