package io.gameday.console.debrief;

/// What the strip and the square are drawn with.
enum Ink {
    TEXT, QUIET, RULE, BORDER, PANEL, ACCENT, GRAY_LINE, GRAY_FILL, GRAY_TEXT, FAULT_LINE, FAULT_FILL, FAULT_TEXT, ON_FAULT, ALARM_LINE, ALARM_FILL, ALARM_TEXT
}
