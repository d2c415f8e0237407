package io.gameday.console.home;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// One run as Home lists it.
///
/// @param experiment   its name; the folder's name when the journal does not tell
/// @param simulated    played on the simulation
/// @param began        by the folder's name, because the journal of a simulated run has a time of its own
/// @param line         what is most worth knowing, in a few words
/// @param detail       the whole of it, for those who ask
/// @param availability useful answers to all customers over the run: points from 0 to 1, NaN where nobody asked
record RunRow(Path folder, RunVerdict verdict, String experiment, boolean simulated, Instant began, String line,
        String detail, List<Float> availability) {

    boolean playing() {
        return verdict == RunVerdict.PLAYING;
    }
}
