package io.gameday.observability.alarm;

import io.gameday.observability.History;

/// What an alarm looks at. Pure: the same history gives the same reading.
@FunctionalInterface
public interface AlarmRule {

    /// One datapoint for the newest second.
    Reading read(History history);

    /// @param evidence the numbers behind the datapoint, as a person would want to read them
    record Reading(Datapoint datapoint, String evidence) {
    }
}
