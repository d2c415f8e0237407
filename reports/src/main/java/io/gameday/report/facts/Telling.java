package io.gameday.report.facts;

import io.gameday.observability.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time in which an alarm or a health check said that a place was unwell.
///
/// @param by  the alarm's name, or what the health check found
/// @param to  null while it said so to the end of the journal
/// @param seq the entry it began with
public record Telling(Kind kind, String by, Scope scope, Instant from, @Nullable Instant to, long seq) {

    public enum Kind {
        /// What people and automation are told by.
        ALARM,
        /// Gameday's own alarms where the team's are graded: nobody is told by them.
        COULD_HAVE,
        /// What the system finds about its own tasks and zones.
        HEALTH_CHECK
    }

    /// Whether it said so at that moment.
    public boolean at(Instant moment) {
        return !from.isAfter(moment) && (to == null || to.isAfter(moment));
    }

    /// Whether it said so at any time from `begin` to before `end`.
    public boolean within(Instant begin, Instant end) {
        return from.isBefore(end) && (to == null || to.isAfter(begin));
    }

    /// Such as `zone-impact az1`.
    public String name() {
        return switch (scope) {
            case Scope.Site _ -> by;
            case Scope.Zone(String zone) -> by + " " + zone;
            case Scope.Cell(String cell) -> by + " " + cell;
            case Scope.CellZone(String cell, String zone) -> by + " " + cell + " " + zone;
            case Scope.Instance(String instance) -> by + " " + instance;
        };
    }
}
