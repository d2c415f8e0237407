package io.gameday.observability.alarm;

/// What an alarm says. A new alarm has seen nothing and starts with [#INSUFFICIENT_DATA].
public enum AlarmState {
    OK, ALARM, INSUFFICIENT_DATA
}
