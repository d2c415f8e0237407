package io.gameday.console.debrief;

import io.gameday.console.control.State;
import java.time.Instant;

/// Something that nobody had expected.
///
/// @param second what it came to, below the text
/// @param detail evidence; may be empty
/// @param at     the instant to look at
public record Surprise(State state, String text, String second, String detail, Instant at) {

    /// All of it.
    String told() {
        return text + "\n" + second + (detail.isEmpty() ? "" : "\n" + detail);
    }
}
