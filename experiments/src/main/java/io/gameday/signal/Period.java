package io.gameday.signal;

import java.time.Duration;
import java.time.Instant;

/// The time that is asked about.
///
/// @param from inclusive
/// @param to   exclusive; after `from`
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from is " + from + ", to is " + to + "; allowed: from before to");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
