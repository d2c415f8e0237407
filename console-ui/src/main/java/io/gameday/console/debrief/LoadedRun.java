package io.gameday.console.debrief;

import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.timeline.Row;
import java.util.List;

/// A run as Debrief shows it. Holds no entries: hours of a run stay small.
///
/// @param origin    `EXPERIMENT` or `SIMULATION`, as the reports print it
/// @param surprises worst first
record LoadedRun(Scorecard card, String origin, List<Row> rows, Strip strip, List<Surprise> surprises, Seal seal) {
}
