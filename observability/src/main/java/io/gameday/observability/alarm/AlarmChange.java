package io.gameday.observability.alarm;

import io.gameday.observability.Scope;

/// An alarm went from one state to another.
///
/// @param evidence the numbers that decided it
public record AlarmChange(String alarm, Scope scope, AlarmState from, AlarmState to, String evidence) {
}
