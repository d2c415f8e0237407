package io.gameday.reference.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Evens a service out over its zones, start before stop: this says where to start one; the surplus it makes is then
/// stopped in the zone with the most.
///
/// Each zone should have floor(desired / zones), and the rest spread one each, so a spread is uneven when two zones
/// differ by more than one.
public final class Rebalancing {

    private Rebalancing() {
    }

    /// @param tasks per zone, every zone of the service named
    public static boolean uneven(Map<String, Integer> tasks) {
        int most = tasks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int fewest = tasks.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return most - fewest > 1;
    }

    /// The zone to start a task in: the one with the fewest. Empty when the spread is even.
    ///
    /// @param zones of the service, in their order
    /// @param tasks per zone, every zone of the service named
    public static Optional<String> next(List<String> zones, Map<String, Integer> tasks) {
        return uneven(tasks)
                ? zones.stream().min((a, b) -> Integer.compare(tasks.getOrDefault(a, 0), tasks.getOrDefault(b, 0)))
                : Optional.empty();
    }
}
