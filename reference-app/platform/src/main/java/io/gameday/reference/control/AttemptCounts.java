package io.gameday.reference.control;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the router's cumulative counts into what was new since the last look. Belongs to the loop.
public final class AttemptCounts {

    private @Nullable Map<String, Attempts> before;

    /// Cumulative counts of one instance. @param busyNanos time that requests were under way, of all together
    public record Attempts(String zone, String cell, long requests, long faults, long busyNanos) {
    }

    /// The next counts are those of a router that began at zero.
    public void fromZero() {
        before = Map.of();
    }

    /// The next counts are only where to count from.
    void fromNext() {
        before = null;
    }

    /// Notes what is new.
    ///
    /// @param now by instance
    public void taken(Map<String, Attempts> now, Observations observations) {
        Map<String, Attempts> old = before;
        before = now;
        if (old == null) {
            return;
        }
        now.forEach((instance, counts) -> {
            Attempts earlier = old.get(instance);
            boolean sameRouter = earlier != null && earlier.requests() <= counts.requests();
            long requests = counts.requests() - (sameRouter ? earlier.requests() : 0);
            long faults = counts.faults() - (sameRouter ? earlier.faults() : 0);
            if (requests > 0) {
                observations.note(counts.zone(), instance, requests, Math.clamp(faults, 0, requests));
            }
        });
    }
}
