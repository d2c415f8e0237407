package io.gameday.target;

/// What an independent look at a fault's effect showed.
///
/// @param measure what was measured, such as `tasks of az1 that answer`
/// @param value   what it was, with its unit
/// @param wanted  what it had to be for `presence`
public record Observation(Presence presence, String measure, String value, String wanted) {

    public enum Presence {
        /// The effect is there.
        BITES,
        /// The effect is gone.
        GONE,
        /// Partly there, or the look failed.
        UNKNOWN
    }
}
