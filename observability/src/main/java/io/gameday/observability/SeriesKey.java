package io.gameday.observability;

/// Which series: who saw it, and of what.
public record SeriesKey(Observer observer, Scope scope) {
}
