package io.gameday.report.gray;

import java.time.Instant;

/// One second of one place, in both views.
///
/// @param said whether an alarm or a health check says at its end that the place is unwell
public record Moment(Instant second, Felt felt, boolean said) {

    /// The customers' own view.
    public enum Felt {
        WELL,
        /// Below the objective.
        HURT,
        /// Nobody asked this place for anything.
        NOTHING
    }

    public Quadrant quadrant() {
        return switch (felt) {
            case WELL -> said ? Quadrant.MASKED : Quadrant.HEALTHY;
            case HURT -> said ? Quadrant.DETECTED : Quadrant.GRAY;
            case NOTHING -> Quadrant.UNASKED;
        };
    }
}
