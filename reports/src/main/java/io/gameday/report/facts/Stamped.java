package io.gameday.report.facts;

import io.gameday.journal.Event;
import java.time.Instant;

/// One event of a known kind, with the number and instant of its entry.
public record Stamped<E extends Event>(long seq, Instant at, E event) {

    /// How documents point to it: `J-24`.
    public String evidence() {
        return "J-" + seq;
    }
}
