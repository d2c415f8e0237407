/// The only record of a run: events appended to `journal.jsonl`, from which everything else is computed.
/// Start with [io.gameday.journal.Event].
@NullMarked
package io.gameday.journal;

import org.jspecify.annotations.NullMarked;
