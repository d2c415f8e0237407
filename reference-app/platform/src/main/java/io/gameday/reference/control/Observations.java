package io.gameday.reference.control;

import io.gameday.reference.policy.WeighAway.Observed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What was seen of each zone since the last second was closed: health checks, heartbeats, the router's attempts, and
/// tasks that are gone without having been asked to go.
public final class Observations {

    private final Map<String, Count> zones = new HashMap<>();

    public void note(String zone, String instance, boolean failed) {
        note(zone, instance, 1, failed ? 1 : 0);
    }

    public void note(String zone, String instance, long requests, long faults) {
        Count count = zones.computeIfAbsent(zone, z -> new Count());
        count.requests += requests;
        count.faults += faults;
        if (faults > 0) {
            count.failing.add(instance);
        }
    }

    /// Closes the second and begins the next.
    public Map<String, Observed> close() {
        Map<String, Observed> closed = new HashMap<>();
        zones.forEach((zone, count) -> closed.put(zone, new Observed(count.requests, count.faults, count.failing)));
        zones.clear();
        return closed;
    }

    private static final class Count {
        private long requests;
        private long faults;
        private final Set<String> failing = new HashSet<>();
    }
}
