package io.gameday.console.debrief;

import io.gameday.console.control.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line below the square. `told` is all of it, for a tooltip and for those who cannot see.
public sealed interface DetectionLine {

    String told();

    /// What the strip shows when it is chosen.
    Focus focus();

    /// A place and its durations.
    record OfPlace(String name, List<Part> parts, String told, Focus focus) implements DetectionLine {
    }

    /// @param value short; `told` has the words
    record Part(String value, String caption, String told) {
    }

    /// A window of impact, an incident or an alarm that paged nobody.
    ///
    /// @param at     null where there is no instant to look at
    record Finding(State state, String word, String text, String second, @Nullable Instant at, String told,
            Focus focus) implements DetectionLine {
    }
}
