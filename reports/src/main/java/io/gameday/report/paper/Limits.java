package io.gameday.report.paper;

import java.time.Duration;

/// How long a run takes at most for what is not in its file.
///
/// @param ramp   the customers take to come
/// @param gate   the steady state may take to be seen
/// @param lease  after which a fault ends where its effect is, unless renewed
/// @param proof  after a fault was taken away until its end must be proven
/// @param settle after the last fault until the steady state must be back
public record Limits(Duration ramp, Duration gate, Duration lease, Duration proof, Duration settle) {
}
