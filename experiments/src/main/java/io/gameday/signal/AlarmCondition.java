package io.gameday.signal;

import io.gameday.observability.alarm.MOutOfN;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When an alarm rings: `query` gives something at every evaluation for `holds` long, or at some of them.
///
/// @param every      time between two evaluations
/// @param datapoints of how many evaluations how many have to be true; null where it is all of them
/// @param trouble    why the source cannot evaluate it; empty when it can
public record AlarmCondition(String query, Duration holds, Duration every, @Nullable MOutOfN datapoints,
        String trouble) {

    public AlarmCondition(String query, Duration holds, Duration every, String trouble) {
        this(query, holds, every, null, trouble);
    }
}
