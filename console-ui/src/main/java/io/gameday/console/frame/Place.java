package io.gameday.console.frame;

/// The screens of the rail, in its order.
public enum Place {
    HOME, PREPARE, LIVE, DEBRIEF, COMPARE
}
