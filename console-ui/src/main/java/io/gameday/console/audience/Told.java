package io.gameday.console.audience;

import io.gameday.journal.Entry;
import io.gameday.journal.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all may know of one entry of the journal.
///
/// @param phase  in which the run is after it
/// @param entry  with everything private left out; null where nothing of it is for all
/// @param lines  what has happened, in words; more than one where withheld ones open up
record Told(Phase phase, @Nullable Entry entry, List<Line> lines) {

    /// What a line is about, for its icon.
    enum Kind {
        PERSON, PAGE, AUTOMATION, RUN,
        /// Which nobody of the audience saw at the time.
        HIDDEN
    }

    /// @param seq of the entry it tells of
    record Line(long seq, Instant at, Kind kind, String text) {
    }
}
