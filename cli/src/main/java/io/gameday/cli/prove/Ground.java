package io.gameday.cli.prove;

import io.gameday.target.Fault;
import io.gameday.target.Task;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where faults may be at the same time, so that each can be proven by itself and customers are still served: no two of
/// them in the same place, and at least two zones well.
///
/// @param cells names
/// @param zones names; three or more
record Ground(List<String> cells, List<String> zones) {

    /// Zones that no hard fault may be in at any time.
    static final int WELL = 2;

    Ground {
        cells = List.copyOf(cells);
        zones = List.copyOf(zones);
        if (zones.size() <= WELL) {
            throw new IllegalArgumentException("zones are " + zones + "; allowed: 3 or more, because " + WELL
                    + " of them stay well. Bring another system up: gameday app down");
        }
    }

    /// One cell in one zone.
    record Place(String cell, String zone) {
    }

    Set<Place> places(Fault fault) {
        Set<Place> places = new HashSet<>();
        for (String cell : cells) {
            for (String zone : zones) {
                if (fault.scope().covers(cell, zone)) {
                    places.add(new Place(cell, zone));
                }
            }
        }
        return places;
    }

    /// Slow is not down: a slow database leaves every zone serving.
    private static boolean hard(Fault fault) {
        return !(fault instanceof Fault.DatabaseSlow);
    }

    /// Whether `fault` may come besides those `inForce`, given that `healthy` tasks are there to be hit.
    boolean allows(Fault fault, Collection<Fault> inForce, Collection<Task> healthy) {
        Set<Place> wanted = places(fault);
        Set<Place> there = new HashSet<>();
        healthy.forEach(task -> there.add(new Place(task.cell(), task.zone())));
        Set<String> unwell = new HashSet<>();
        Set<Place> taken = new HashSet<>();
        for (Fault other : inForce) {
            taken.addAll(places(other));
            if (hard(other)) {
                places(other).forEach(place -> unwell.add(place.zone()));
            }
        }
        boolean apart = wanted.stream().noneMatch(taken::contains);
        if (hard(fault)) {
            wanted.forEach(place -> unwell.add(place.zone()));
        }
        return apart && zones.size() - unwell.size() >= WELL && there.containsAll(wanted) && stays(wanted, there);
    }

    /// Every cell that is touched keeps tasks elsewhere, or its customers would be without any.
    private boolean stays(Set<Place> wanted, Set<Place> there) {
        return wanted.stream().map(Place::cell).distinct().allMatch(cell -> there.stream()
                .filter(place -> place.cell().equals(cell)).map(Place::zone).distinct().count() >= WELL);
    }
}
