package io.gameday.console.debrief;

import io.gameday.console.debrief.words.Suggested;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.timeline.Row;
import io.gameday.report.words.CoeFile.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as Debrief shows it. Holds no entries: hours of a run stay small.
///
/// @param guesses   of people, in the order in which they were opened
/// @param origin    `EXPERIMENT`, `SIMULATION` or `GAME DAY`, as the reports print it
/// @param surprises worst first
/// @param told      what people told of the timeline; it stands among the rows
/// @param suggested what the machine has to say before people write
/// @param receipt   null when its files cannot be read to the end
record LoadedRun(Scorecard card, List<PredictionLine> guesses, String origin, List<Row> rows, Strip strip,
        Detection detection, List<Surprise> surprises, Seal seal, List<Told> told, Suggested suggested,
        @Nullable Receipt receipt) {
}
