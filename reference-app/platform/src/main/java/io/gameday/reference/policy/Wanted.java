package io.gameday.reference.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the tasks of a service in one zone are to be.
///
/// @param start    the revision that a task is started with
/// @param accepted those that a task may have without being replaced; `start` is one
public record Wanted(String start, Set<String> accepted) {

    public Wanted {
        accepted = Set.copyOf(accepted);
    }

    public static Wanted only(String revision) {
        return new Wanted(revision, Set.of(revision));
    }

    /// The same in each zone.
    public static Map<String, Wanted> everywhere(List<String> zones, String revision) {
        Map<String, Wanted> byZone = new LinkedHashMap<>();
        zones.forEach(zone -> byZone.put(zone, only(revision)));
        return byZone;
    }
}
