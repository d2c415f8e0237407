/// Availability and latency over time, one row per part of the system, with what happened drawn in. Start at
/// [ChartModel] and [ChartGrid].
@NullMarked
package io.gameday.console.chart;

import org.jspecify.annotations.NullMarked;
