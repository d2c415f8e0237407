package io.gameday.experiment;

import io.gameday.journal.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a talk tells of, as two experiments: the system as it was, and with what was changed since.
///
/// @param name     the file's name without its ending
/// @param source   who told it
/// @param happened what happened there, in a few sentences
/// @param lesson   what was concluded
/// @param seed     of a simulation, unless another is asked for
/// @param rows     what is compared, in order
public record Story(String name, String title, String source, String happened, String lesson, int seed, Side asItWas,
        Side withTheFix, List<Row> rows) {

    /// @param experiment a name of the catalog
    /// @param words      what is so on this side
    /// @param verdict    what the run comes out as: an experiment may predict what went wrong, and hold
    public record Side(String experiment, String words, Verdict verdict) {
    }

    /// One line of the comparison: of the journal of both runs, and beside it what the talk says.
    ///
    /// @param measure a known one, or the name of something that automation does
    /// @param acts    whether it is the latter
    /// @param talk    the talk's own figure; null where it has none
    public record Row(String measure, boolean acts, @Nullable String talk) {
    }
}
