package io.gameday.reference.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// In which zone a customer's requests enter: each customer is near one zone, by the seed, and a cell's customers are near all
/// zones about evenly, as a zone's share of the capacity is no more than that. While the zone is shifted away its name's
/// addresses are not told, and its customers are near none.
///
/// Not for use by several threads.
public final class ZoneEntry {

    private final List<String> zones;
    private final long seed;
    private final Map<String, String> near = new HashMap<>();
    /// Customers near a zone, by cell and zone.
    private final Map<String, Long> counts = new HashMap<>();

    /// @param zones at least one
    public ZoneEntry(List<String> zones, long seed) {
        this.zones = List.copyOf(zones);
        this.seed = seed;
    }

    /// Gives every new customer its zone, in the order of their names, so that whoever begins anew with the same customers comes
    /// to the same. Those of before keep theirs.
    ///
    /// @param cells by customer
    public void take(Map<String, String> cells) {
        if (!near.keySet().containsAll(cells.keySet())) {
            new TreeMap<>(cells).forEach(this::nearest);
        }
    }

    /// @param cell    the customer's own
    /// @param shifted the zone that requests leave
    /// @return empty while the customer's zone is shifted away: the request enters wherever it is sent
    public Optional<String> zone(String customer, String cell, Optional<String> shifted) {
        String nearest = nearest(customer, cell);
        return shifted.filter(nearest::equals).isPresent() ? Optional.empty() : Optional.of(nearest);
    }

    private String nearest(String customer, String cell) {
        return near.computeIfAbsent(customer, c -> {
            String zone = CellChoice.of(seed + "/" + c, zones, z -> counts.getOrDefault(cell + "/" + z, 0L));
            counts.merge(cell + "/" + zone, 1L, Long::sum);
            return zone;
        });
    }
}
