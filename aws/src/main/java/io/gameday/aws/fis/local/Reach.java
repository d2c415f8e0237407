package io.gameday.aws.fis.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Chosen tasks in the units that faults here aim at: whole zones, and cells' whole parts in a zone.
///
/// @param zones of which every task was chosen
/// @param parts that lie in none of these and of which every task was chosen
/// @param rest  of which only some tasks were; nothing here aims at those
record Reach(List<String> zones, List<Place> parts, List<Place> rest) {

    /// @param chosen one for each task
    /// @param all    one for each task that there is
    static Reach of(List<Place> chosen, List<Place> all) {
        List<String> zones = new ArrayList<>();
        for (String zone : new TreeSet<>(all.stream().map(Place::zone).toList())) {
            long there = all.stream().filter(place -> place.zone().equals(zone)).count();
            if (chosen.stream().filter(place -> place.zone().equals(zone)).count() == there) {
                zones.add(zone);
            }
        }
        List<Place> parts = new ArrayList<>();
        List<Place> rest = new ArrayList<>();
        Set<Place> left = new LinkedHashSet<>(chosen);
        left.removeIf(place -> zones.contains(place.zone()));
        for (Place place : left) {
            long there = all.stream().filter(place::equals).count();
            (chosen.stream().filter(place::equals).count() == there ? parts : rest).add(place);
        }
        return new Reach(zones, parts, rest);
    }
}
