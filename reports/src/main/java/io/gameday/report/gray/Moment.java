package io.gameday.report.gray;

import java.time.Instant;

/// One second of one place, in all views.
///
/// @param observers what alarms and health checks say at its end
/// @param servers   what the place's own servers counted
public record Moment(Instant second, Felt felt, Observed observers, Counted servers) {

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

    /// The view of alarms and health checks.
    public enum Observed {
        /// One of them says that the place is unwell.
        UNWELL,
        /// All are read, and none says so.
        NOTHING,
        /// None that is read says so, and the tool whose alarms are graded is not read.
        UNREAD
    }

    /// The servers' own view of what they answered. It is no alarm: nobody is told of it.
    public enum Counted {
        WELL,
        /// Below the objective.
        UNWELL,
        /// They were not asked, or one of them did not tell and the others counted nothing unwell.
        UNKNOWN
    }

    /// Whether an alarm or a health check says that the place is unwell.
    public boolean said() {
        return observers == Observed.UNWELL;
    }

    public Quadrant quadrant() {
        return switch (felt) {
            case WELL -> said() ? Quadrant.MASKED : Quadrant.HEALTHY;
            case HURT -> switch (observers) {
                case UNWELL -> Quadrant.DETECTED;
                case NOTHING -> Quadrant.GRAY;
                case UNREAD -> Quadrant.UNREAD;
            };
            case REFUSED -> Quadrant.OVERLOAD;
            case NOTHING -> Quadrant.UNASKED;
        };
    }
}
