package io.gameday.signal;

import java.util.List;

/// An alarm that exists, or that rang while it did.
///
/// @param conditions as they stand today; none when the alarm is not there any more
/// @param firings    by their beginning
/// @param blind      why it could not ring as the period ended, whatever was before; empty when it could
public record KnownAlarm(String name, List<AlarmCondition> conditions, List<Firing> firings, String blind) {

    /// Of a source whose conditions tell what is wrong with them now.
    public KnownAlarm(String name, List<AlarmCondition> conditions, List<Firing> firings) {
        this(name, conditions, firings, conditions.stream().map(AlarmCondition::trouble)
                .filter(trouble -> !trouble.isEmpty()).findFirst().orElse(""));
    }
}
