package io.gameday.signal.live;

import io.gameday.signal.ClockOffset;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import java.util.List;
import java.util.Optional;

/// What a tool is asked again and again. Calls block until the answer is there or the source's limit is over.
///
/// @param <T> what it answers with
public interface Question<T> {

    /// @throws SourceFailure when the source did not answer, or refused
    Told<T> ask(Period period) throws SourceFailure;

    /// How far the clock of the source is off, by its newest answer; empty when that is not known.
    Optional<ClockOffset> offset();

    /// @param notes what a reader should know about it
    record Told<T>(T what, List<String> notes) {
    }
}
