package io.gameday.report.timeline;

import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;

/// The rows of a run in order of time.
///
/// @param leftOut minor rows that were left out for want of room; 0 in a full timeline
public record Timeline(List<Row> rows, int leftOut) {

    public static Timeline of(RunFacts facts, Scorecard scorecard) {
        return new Timeline(new TimelineRows(facts, scorecard).rows(), 0);
    }

    /// At most `most` rows, as far as leaving out minor ones makes that possible.
    public Timeline shortened(int most) {
        List<Row> kept = new ArrayList<>(rows);
        int left = 0;
        for (int i = kept.size() - 1; i >= 0 && kept.size() > most; i--) {
            if (kept.get(i).kind().minor()) {
                kept.remove(i);
                left++;
            }
        }
        return new Timeline(List.copyOf(kept), leftOut + left);
    }
}
