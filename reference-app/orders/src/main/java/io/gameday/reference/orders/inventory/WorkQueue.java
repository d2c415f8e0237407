package io.gameday.reference.orders.inventory;

import java.time.Duration;
import java.util.OptionalLong;

/// Works on one call after the other, each for the same time. A call whose asker has given up is worked on all the same,
/// as nothing tells it so. Thread-safe.
final class WorkQueue {

    /// More work than this does not wait.
    static final Duration MOST_WAITING = Duration.ofSeconds(10);

    private final long each;
    private long freeAt;
    private boolean begun;

    /// @param each for how long a call is worked on; zero or more
    WorkQueue(Duration each) {
        this.each = each.toNanos();
    }

    /// Takes a call. @param now ticks in nanoseconds
    ///
    /// @return nanoseconds to its answer; empty when it is refused
    synchronized OptionalLong take(long now) {
        if (each == 0) {
            return OptionalLong.of(0);
        }
        long begins = begun && freeAt - now > 0 ? freeAt : now;
        if (begins - now > MOST_WAITING.toNanos()) {
            return OptionalLong.empty();
        }
        begun = true;
        freeAt = begins + each;
        return OptionalLong.of(freeAt - now);
    }
}
