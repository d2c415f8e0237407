package io.gameday.signal;

import java.time.Duration;

/// When an alarm rings: `query` gives something at every evaluation for `holds` long.
///
/// @param every   time between two evaluations
/// @param trouble why the source cannot evaluate it; empty when it can
public record AlarmCondition(String query, Duration holds, Duration every, String trouble) {
}
