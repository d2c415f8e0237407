package io.gameday.report.scorecard;

import io.gameday.report.phrase.OwnWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A duration with its formula and both ends.
///
/// @param name    such as `detect`
/// @param formula such as `tD − t0`
/// @param value   null where one end is missing
/// @param words   the value as printed, or why there is none
public record DurationValue(String name, String formula, End from, End to, @Nullable Duration value,
        String words) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("name");
    }

    /// @param at null where it did not happen
    public record End(String what, @Nullable Instant at) {
    }
}
