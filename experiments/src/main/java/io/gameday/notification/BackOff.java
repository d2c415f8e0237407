package io.gameday.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long to wait before the next attempt, and when to give up.
///
/// @param waits after the first failed attempt, the second, …; after one more it is given up
record BackOff(List<Duration> waits) {

    /// A game day lasts minutes: whoever cannot be told within a quarter of a minute is told that in the journal.
    static final BackOff DEFAULT = new BackOff(
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)));

    private static final Duration LONGEST_ASKED = Duration.ofSeconds(30);

    /// Empty when it is given up.
    ///
    /// @param failed attempts so far, from 1
    /// @param asked  what the other side wants waited; kept up to 30 s
    Optional<Duration> wait(int failed, Optional<Duration> asked) {
        if (failed > waits.size()) {
            return Optional.empty();
        }
        Duration ours = waits.get(failed - 1);
        Duration theirs = asked.filter(wait -> wait.compareTo(LONGEST_ASKED) <= 0).orElse(LONGEST_ASKED);
        return Optional.of(asked.isPresent() && theirs.compareTo(ours) > 0 ? theirs : ours);
    }
}
