package io.gameday.signal;

import java.time.Duration;

/// How far the clock of a source is ahead of ours; negative when it is behind.
///
/// @param exactTo the greatest error of `ahead`
public record ClockOffset(String source, Duration ahead, Duration exactTo) {

    private static final Duration WORTH_SAYING = Duration.ofSeconds(1);

    /// Whether it is surely more than a second.
    public boolean worthSaying() {
        return ahead.abs().minus(exactTo).compareTo(WORTH_SAYING) > 0;
    }
}
