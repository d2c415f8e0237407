package io.gameday.journal;

import java.time.Instant;

/// One line of the journal.
///
/// @param seq 1 for the first event of a run, then one more each time
/// @param at  when it was recorded, by the controller's clock
/// @param run the run's id
public record Entry(long seq, Instant at, String run, Event event) {
}
