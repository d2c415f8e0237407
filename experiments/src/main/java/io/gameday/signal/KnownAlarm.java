package io.gameday.signal;

import java.util.List;

/// An alarm that exists, or that rang while it did.
///
/// @param conditions as they stand today; none when the alarm is not there any more
/// @param firings    by their beginning
public record KnownAlarm(String name, List<AlarmCondition> conditions, List<Firing> firings) {
}
