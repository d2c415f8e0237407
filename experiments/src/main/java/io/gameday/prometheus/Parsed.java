package io.gameday.prometheus;

/// What became of reading an answer. One line that cannot be read spoils all of it, as with Prometheus: what the line would
/// have told is not known, and a sum without it would be too small.
public sealed interface Parsed {

    record Complete(Exposition exposition) implements Parsed {
    }

    /// @param line counted from 1
    /// @param why  what stands there and what is allowed
    record Unreadable(int line, String why) implements Parsed {
        @Override
        public String toString() {
            return "line " + line + ": " + why;
        }
    }
}
