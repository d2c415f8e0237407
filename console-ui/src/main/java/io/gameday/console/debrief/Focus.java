package io.gameday.console.debrief;

import io.gameday.observability.Scope;
import java.time.Instant;
import java.util.List;

/// What the strip is asked to show: a place, and the times of it that are meant.
///
/// @param words what was chosen, such as `az2: gray 12 s`
public record Focus(Scope place, String words, List<Range> ranges) {

    public record Range(Instant from, Instant to) {
    }
}
