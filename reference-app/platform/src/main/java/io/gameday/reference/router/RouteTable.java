package io.gameday.reference.router;

import io.gameday.reference.Address;
import io.gameday.reference.policy.EvictionRule;
import io.gameday.reference.policy.ZoneShift.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The last table that the control plane gave, kept however long no new one comes. Belongs to the network thread.
public final class RouteTable {

    private Map<String, String> customers = Map.of();
    private final Map<String, List<RoutedTask>> byCell = new HashMap<>();
    /// The last tasks known of each cell and zone, also when they are gone: canaries ask them.
    private final Map<String, List<RoutedTask>> byCellAndZone = new LinkedHashMap<>();
    private final Map<String, List<Route>> hosts = new TreeMap<>();
    private final Map<String, RoutedTask> byId = new LinkedHashMap<>();
    private final boolean failsOpen;
    private @Nullable Shift shift;
    private int newPercent;
    private boolean loaded;

    /// @param failsOpen whether a cell in which no task looks healthy gets requests all the same
    public RouteTable(boolean failsOpen) {
        this.failsOpen = failsOpen;
    }

    /// What `GET /routes` answers with.
    ///
    /// @param cells    a cell that is not among them stays as it is: nobody knows it just now
    /// @param eviction null when it stays as it is
    /// @param shift    the zone that new requests leave; null when they leave none
    /// @param newPercent of the requests for the new stack; 0 to 100, null for 0
    public record Told(long version, Map<String, String> customers, Map<String, List<Route>> cells,
            @Nullable EvictionRule eviction, @Nullable Shift shift, @Nullable Integer newPercent) {
    }

    public record Route(String id, String zone, String address, boolean healthy) {
    }

    /// The zone that new requests leave. It ends by itself, also while no new table comes.
    Optional<String> shiftedAway(Instant now) {
        return Optional.ofNullable(shift).filter(told -> now.isBefore(told.until())).map(Shift::zone);
    }

    /// Of the requests for the new stack, as it was last told.
    int newPercent() {
        return newPercent;
    }

    public boolean loaded() {
        return loaded;
    }

    /// The customer's cell; null when it has none.
    public @Nullable String cell(String customer) {
        return customers.get(customer);
    }

    /// Whether a cell in which no task looks healthy gets requests all the same.
    public boolean failsOpen() {
        return failsOpen;
    }

    /// The cell's healthy tasks, or, failing open, all that run when none is healthy: what the control plane cannot reach
    /// may still serve.
    public List<RoutedTask> tasks(String cell) {
        return byCell.getOrDefault(cell, List.of());
    }

    /// The cells that have been told of, in the order of their names.
    Set<String> cells() {
        return hosts.keySet();
    }

    /// The cell of every customer.
    Map<String, String> customers() {
        return customers;
    }

    /// The cell's tasks as they were last told, healthy or not.
    List<Route> hosts(String cell) {
        return hosts.getOrDefault(cell, List.of());
    }

    public List<RoutedTask> lastKnown(String cell, String zone) {
        return byCellAndZone.getOrDefault(cell + "/" + zone, List.of());
    }

    /// Every task with counts, those included that canaries still ask.
    public Iterable<RoutedTask> all() {
        return byId.values();
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    public void replace(Told told) {
        customers = Map.copyOf(told.customers());
        shift = told.shift();
        newPercent = Objects.requireNonNullElse(told.newPercent(), 0);
        told.cells().forEach((cell, routes) -> {
            hosts.put(cell, List.copyOf(routes));
            List<Route> serving = routes.stream().filter(Route::healthy).toList();
            byCell.put(cell,
                    (serving.isEmpty() && failsOpen ? routes : serving).stream().map(r -> task(cell, r)).toList());
            Map<String, List<RoutedTask>> zones = new HashMap<>();
            routes.forEach(
                    r -> zones.computeIfAbsent(cell + "/" + r.zone(), z -> new ArrayList<>()).add(task(cell, r)));
            byCellAndZone.putAll(zones);
        });
        Set<RoutedTask> kept = byCellAndZone.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        byId.values().retainAll(kept);
        loaded = true;
    }

    private RoutedTask task(String cell, Route route) {
        return byId.computeIfAbsent(route.id(),
                id -> new RoutedTask(id, cell, route.zone(), Address.parse(route.address())));
    }
}
