package io.gameday.report.gray;

import java.time.Instant;

/// One second of one place, in all views.
///
/// @param said    whether an alarm or a health check says at its end that the place is unwell
/// @param servers what the place's own servers counted
public record Moment(Instant second, Felt felt, boolean said, Counted servers) {

    /// The customers' own view.
    public enum Felt {
        WELL,
        /// Below the objective.
        HURT,
        /// Below the objective, and at least half of what failed was refused for want of capacity.
        REFUSED,
        /// Nobody asked this place for anything.
        NOTHING;

        public boolean hurt() {
            return this == HURT || this == REFUSED;
        }
    }

    /// The servers' own view of what they answered. It is no alarm: nobody is told of it.
    public enum Counted {
        WELL,
        /// Below the objective.
        UNWELL,
        /// They were not asked, or one of them did not tell and the others counted nothing unwell.
        UNKNOWN
    }

    public Quadrant quadrant() {
        return switch (felt) {
            case WELL -> said ? Quadrant.MASKED : Quadrant.HEALTHY;
            case HURT -> said ? Quadrant.DETECTED : Quadrant.GRAY;
            case REFUSED -> Quadrant.OVERLOAD;
            case NOTHING -> Quadrant.UNASKED;
        };
    }
}
