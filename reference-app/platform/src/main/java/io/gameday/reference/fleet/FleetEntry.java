package io.gameday.reference.fleet;

import io.gameday.journal.JournalFormat;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/// One line of a fleet's journal.
///
/// @param seq 1 for the first, then one more each time
/// @param at  virtual time
public record FleetEntry(long seq, Instant at, int generation, FleetEvent event) {

    private static final JsonMapper MAPPER = JournalFormat.mapper();

    /// As JSON, without the line's end.
    public String line() {
        return MAPPER.writeValueAsString(this);
    }
}
