package io.gameday.observability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/// Which Availability Zones each cell lies in.
///
/// ```
/// everywhere              roundRobin
///          az1 az2 az3             az1 az2 az3
/// cell-1    ■   ■   ■      cell-1   ■
/// cell-2    ■   ■   ■      cell-2       ■
///                          cell-3           ■
///                          cell-4   ■
/// ```
///
/// @param zones  of the system, in order
/// @param places zones of each cell, cells in order; each at least one, and each of `zones`
public record Layout(List<String> zones, Map<String, List<String>> places) {

    /// @throws IllegalArgumentException naming the cell that lies in no zone, or in one that is not there
    public Layout {
        zones = List.copyOf(zones);
        places = new LinkedHashMap<>(places);
        for (var place : places.entrySet()) {
            if (place.getValue().isEmpty() || !zones.containsAll(place.getValue())) {
                throw new IllegalArgumentException("zones of " + place.getKey() + " are " + place.getValue()
                        + "; allowed: at least one of " + String.join(", ", zones));
            }
            place.setValue(List.copyOf(place.getValue()));
        }
        places = Collections.unmodifiableMap(places);
    }

    /// Every cell in all zones.
    public static Layout everywhere(List<String> cells, List<String> zones) {
        return of(cells, zones, (index, all) -> all);
    }

    /// Every cell in one zone, the next cell in the next zone.
    public static Layout roundRobin(List<String> cells, List<String> zones) {
        return of(cells, zones, (index, all) -> List.of(all.get(index % all.size())));
    }

    private static Layout of(List<String> cells, List<String> zones,
            BiFunction<Integer, List<String>, List<String>> place) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            places.put(cells.get(i), place.apply(i, zones));
        }
        return new Layout(zones, places);
    }

    /// A cell's part in one zone.
    public record Part(String cell, String zone) {
    }

    public List<String> cells() {
        return List.copyOf(places.keySet());
    }

    /// @throws NullPointerException when there is no such cell
    public List<String> zonesOf(String cell) {
        return Objects.requireNonNull(places.get(cell), () -> "there is no " + cell);
    }

    /// Cells that lie in the zone, at least in part.
    public List<String> cellsIn(String zone) {
        return cells().stream().filter(cell -> zonesOf(cell).contains(zone)).toList();
    }

    /// Whether the cell lies in one of several zones, so that leaving the cell is leaving the zone.
    public boolean inOneZone(String cell) {
        return zones.size() > 1 && zonesOf(cell).size() == 1;
    }

    /// Every cell's part in each of its zones.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        places.forEach((cell, its) -> its.forEach(zone -> parts.add(new Part(cell, zone))));
        return List.copyOf(parts);
    }

    /// The most cells that any zone holds.
    public int mostInAZone() {
        return zones.stream().mapToInt(zone -> cellsIn(zone).size()).max().orElse(0);
    }
}
