package io.gameday.prometheus;

import java.util.OptionalDouble;

/// One number of a scrape.
///
/// @param value any, also not-a-number and the infinities
/// @param told  the server's own time of the number, in seconds since 1970; mostly absent, and the scrape's time counts
public record Sample(double value, OptionalDouble told) {

    static final Sample NONE = new Sample(Double.NaN, OptionalDouble.empty());

    /// Whether a counter can have this value.
    boolean isCount() {
        return Double.isFinite(value) && value >= 0;
    }

    /// The seconds from `earlier` to this by the server's own time; empty unless it told both.
    OptionalDouble secondsSince(Sample earlier) {
        return told.isPresent() && earlier.told.isPresent()
                ? OptionalDouble.of(told.getAsDouble() - earlier.told.getAsDouble())
                : OptionalDouble.empty();
    }
}
