package io.gameday.reference.policy;

import java.time.Duration;

/// Grows the pause between attempts to start a task that fail again and again: 1, 2, 4, then always 8 seconds.
///
/// The amazon scheduler grows it to 27 minutes; a game day lasts shorter than that, so ours is bounded.
///
/// @param failures in a row
/// @param notBefore ticks (nanoseconds) at which the next attempt may be made
public record StartThrottle(int failures, long notBefore) {

    /// Nothing has failed.
    public static final StartThrottle OPEN = new StartThrottle(0, Long.MIN_VALUE);

    private static final int LONGEST_SECONDS = 8;

    /// @param now ticks in nanoseconds
    public boolean mayStart(long now) {
        return failures == 0 || now - notBefore >= 0;
    }

    /// After one more failure at `now`.
    public StartThrottle failed(long now) {
        int seconds = Math.min(LONGEST_SECONDS, 1 << Math.min(failures, 3));
        return new StartThrottle(failures + 1, now + Duration.ofSeconds(seconds).toNanos());
    }
}
