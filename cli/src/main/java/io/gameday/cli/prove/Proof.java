package io.gameday.cli.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one fault of the campaign: one line of its journal.
///
/// @param run        whose ledger tells the same from the other side
/// @param name       kind and place
/// @param injected   when it was seen in the ledger that it was; null when it was not
/// @param bite       what the independent prober saw of its effect, before anybody was killed
/// @param due        when it should have ended: the moment the last of its keepers was killed or asked to end
/// @param seenGone   by the independent prober; null when it was not seen
/// @param overrun    from due to seen gone
/// @param seen       what the prober's last look showed, or why nothing was injected
/// @param ledger     SHA-256 of the run's ledger, when all was over; null in the journal, which is written before, and where there is none
/// @param left       processes of this run that were still there when it was over
public record Proof(String run, String kind, String name, Strike strike, @Nullable Instant injected, Bite bite,
        @Nullable Instant due, @Nullable Instant seenGone, @Nullable Duration overrun, String seen,
        @Nullable String ledger, List<String> left) {

    public Proof {
        left = List.copyOf(left);
    }

    /// An end that was seen says little of a fault whose effect was not.
    public enum Bite {
        SEEN,
        /// Looked for, as long as that kind needs, and not seen.
        NOT_SEEN,
        /// Somebody was killed before the look was over.
        STRUCK_FIRST
    }

    public boolean wasInjected() {
        return injected != null;
    }

    Proof with(@Nullable String hash) {
        return new Proof(run, kind, name, strike, injected, bite, due, seenGone, overrun, seen, hash, left);
    }

    /// Within the time that is promised.
    public boolean goneInTime() {
        return overrun != null && overrun.compareTo(ProveReceipt.LIMIT) <= 0;
    }
}
