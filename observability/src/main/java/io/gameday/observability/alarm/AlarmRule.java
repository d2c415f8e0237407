package io.gameday.observability.alarm;

import io.gameday.observability.History;
import java.util.function.Supplier;

/// What an alarm looks at. Pure: the same history gives the same reading.
@FunctionalInterface
public interface AlarmRule {

    /// One datapoint for the newest second.
    Reading read(History history);

    /// @param evidence the numbers behind the datapoint, as a person would want to read them; asked for only when the
    ///                 alarm changes, which is seldom
    record Reading(Datapoint datapoint, Supplier<String> evidence) {
    }
}
