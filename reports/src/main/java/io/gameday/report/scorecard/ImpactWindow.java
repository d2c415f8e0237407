package io.gameday.report.scorecard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time in which customers had less than the objective. Bad seconds no more than 5 s apart are one window.
///
/// @param from     beginning of its first bad second, or the injection when that came later
/// @param to       end of its last bad second
/// @param length   from `from` to `to`
/// @param open     true when it was not over with the last second measured
/// @param failed   requests without a useful answer, of `of`
/// @param lowest   availability of its worst second, 0 to 1
/// @param told     the alarm that told of it; null is flying blind
public record ImpactWindow(int number, Instant from, Instant to, Duration length, boolean open, long failed, long of,
        double lowest, Instant lowestAt, @Nullable Told told) {

    /// @param after    since the window began; negative when the alarm was there before
    /// @param standing true when it was in alarm already when the window began
    public record Told(String alarm, Instant at, Duration after, boolean standing, long seq) {
    }
}
