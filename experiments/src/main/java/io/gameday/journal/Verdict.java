package io.gameday.journal;

/// What a check concluded. Not knowing is not passing.
public enum Verdict {
    HELD, BROKEN, UNKNOWN
}
