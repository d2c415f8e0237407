package io.gameday.target;

import java.time.Instant;
import java.util.List;

/// What the team's alarms did in a time. Readings may overlap.
///
/// @param alarms by name, each name once; also those that did not ring
public record TeamAlarms(List<TeamAlarm> alarms) {

    /// @param trouble why it could not ring, such as a condition that cannot be evaluated or has no data; empty when it
    ///                could
    /// @param rang    by its beginning; none overlaps another
    public record TeamAlarm(String name, String trouble, List<Ringing> rang) {
    }

    /// @param to       exclusive
    /// @param open     true when it still rang as the reading ended
    /// @param evidence such as its labels
    public record Ringing(Instant from, Instant to, boolean open, String evidence) {
    }
}
