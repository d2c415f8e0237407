package io.gameday.reference.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a task goes: the usable zone with the fewest tasks of its service, ties in the order of the zones.
///
/// Running and starting tasks both count, or a burst would land in one zone. A weighed-away zone is left out, unless
/// that would leave none.
public final class Placement {

    private Placement() {
    }

    /// Where, or why nowhere.
    public sealed interface Decision {
    }

    public record Place(String zone) implements Decision {
    }

    public record Refused(String reason) implements Decision {
    }

    /// @param zones       of the service, in their order
    /// @param weighedAway the zone that is avoided now
    /// @param refused     zones that did not take a task in this round: not asked again in it
    /// @param tasks       running and starting tasks of the service per zone; a zone that is missing has none
    public static Decision place(List<String> zones, Optional<String> weighedAway, Set<String> refused,
            Map<String, Integer> tasks) {
        List<String> usable = new ArrayList<>(zones);
        weighedAway.ifPresent(usable::remove);
        if (usable.isEmpty()) {
            usable.addAll(zones);
        }
        Optional<String> fewest = usable.stream().filter(zone -> !refused.contains(zone))
                .min((a, b) -> Integer.compare(tasks.getOrDefault(a, 0), tasks.getOrDefault(b, 0)));
        return fewest.<Decision>map(Place::new).orElseGet(() -> new Refused(reason(usable, weighedAway)));
    }

    private static String reason(List<String> asked, Optional<String> weighedAway) {
        return "no zone takes a task: " + String.join(", ", asked) + " refused" + weighedAway
                .filter(zone -> !asked.contains(zone)).map(zone -> ", " + zone + " is weighed away").orElse("");
    }

    /// How many of `tasks` each zone has, every zone of `zones` named.
    static Map<String, Integer> perZone(List<String> zones, List<Task> tasks) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        zones.forEach(zone -> counts.put(zone, 0));
        tasks.forEach(task -> counts.merge(task.zone(), 1, Integer::sum));
        return counts;
    }

    /// The zone a surplus task is taken from: the one with the most, ties in the order of the zones.
    static Optional<String> most(List<String> zones, Map<String, Integer> tasks) {
        return zones.stream().filter(zone -> tasks.getOrDefault(zone, 0) > 0)
                .min((a, b) -> Integer.compare(tasks.getOrDefault(b, 0), tasks.getOrDefault(a, 0)));
    }
}
