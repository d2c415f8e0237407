package io.gameday.journal.view;

/// What a piece of text means. Colour follows from it and never carries anything alone: each state also has a symbol
/// and a word, so that `NO_COLOR`, pipes and grey printing lose nothing.
public enum Style {
    PLAIN, STRONG, QUIET, HEALTHY, DEGRADED, DEAD, REPLACED, FAULT, ALARM
}
