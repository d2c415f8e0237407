package io.gameday.journal;

/// Where a game day stands. Computed from the journal, never stored.
public enum Phase {
    PREPARE, DETECT, RESPOND, LEARN
}
