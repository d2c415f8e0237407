package io.gameday.agent.prober;

import io.gameday.time.Clock;
import java.time.Duration;
import java.util.Set;

/// For how long none of those who were well has been missed.
final class Quiet {

    private final Clock clock;
    private Set<String> before = Set.of();
    private long since;

    Quiet(Clock clock) {
        this.clock = clock;
    }

    /// @param well who is well now
    Duration since(Set<String> well) {
        if (before.isEmpty() || !well.containsAll(before)) {
            since = clock.ticks();
        }
        before = Set.copyOf(well);
        return Duration.ofNanos(clock.ticks() - since);
    }
}
