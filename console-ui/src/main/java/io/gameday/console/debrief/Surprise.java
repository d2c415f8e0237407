package io.gameday.console.debrief;

import io.gameday.console.control.State;
import java.time.Instant;

/// Something that nobody had expected.
///
/// @param at the instant to look at
public record Surprise(State state, String text, String second, Instant at) {
}
