package io.gameday.reference.deployment;

import java.time.Duration;

/// Calls to tasks as the router counted them.
///
/// @param requests  attempts; 0 or more
/// @param faults    of them, failed
/// @param busyNanos time that they were under way, of all together
public record Calls(long requests, long faults, long busyNanos) {

    static final Calls NONE = new Calls(0, 0, 0);

    Calls plus(Calls other) {
        return new Calls(requests + other.requests, faults + other.faults, busyNanos + other.busyNanos);
    }

    long useful() {
        return requests - faults;
    }

    /// Of one call; zero of none.
    Duration mean() {
        return requests == 0 ? Duration.ZERO : Duration.ofNanos(busyNanos / requests);
    }
}
