package io.gameday.engine;

import java.time.Duration;
import java.util.Collection;

/// What an alarm has seen, whatever its state.
///
/// @param data  whether its newest datapoints have any
/// @param until time into the run; later seconds are in no datapoint yet
record Sight(boolean data, Duration until) {

    static final Sight NONE = new Sight(false, Duration.ZERO);

    /// Of what looks at all of these: it has seen what each of them has.
    ///
    /// @param now where there are none
    static Sight together(Collection<Sight> all, Duration now) {
        return new Sight(all.stream().allMatch(Sight::data),
                all.stream().map(Sight::until).min(Duration::compareTo).orElse(now));
    }
}
