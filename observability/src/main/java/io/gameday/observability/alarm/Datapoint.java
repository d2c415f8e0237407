package io.gameday.observability.alarm;

/// One evaluation of an alarm's rule.
public enum Datapoint {
    BREACHING, WELL, MISSING
}
