package io.gameday.report.receipt;

import io.gameday.report.facts.RunFacts;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether every fault that went in came out again, and by which files that can be checked. Computed from the journal
/// and the ledger alone: the same files give the same receipt.
///
/// Overrun is how much longer a fault was there than it should have been:
///
/// ```
/// overrun = seen gone − due, never less than zero
/// due     = the earliest of: injected + planned duration
///                            the run's stop, by a person or a condition
///                            the moment its removal was asked for
///                            the journal's last entry, where the controller died
/// ```
///
/// A controller lives a little longer than its last entry, and what is gone is seen a little later than it goes, so
/// the figure errs towards too long.
///
/// @param injected       faults that were injected, or may have been
/// @param seenGone       those of them that a prober, which shares nothing with what injects, saw gone
/// @param notSeenGone    the others
/// @param longestOverrun null when no fault that stays in force was seen gone
/// @param files          what all of this was read from, the journal first
public record Receipt(String run, int injected, int seenGone, List<Open> notSeenGone, @Nullable Overrun longestOverrun,
        List<HashedFile> files) {

    public Receipt {
        notSeenGone = List.copyOf(notSeenGone);
        files = List.copyOf(files);
    }

    /// A fault that nobody saw go.
    ///
    /// @param undo the command that takes it away by hand
    public record Open(String id, String name, String undo) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("id", "name", "undo");
        }

    }

    /// @param length zero or more
    /// @param dueBy  which of the four it was: `planned end`, `stop`, `removal asked for`, `controller died`
    public record Overrun(String id, String name, Duration length, Instant due, String dueBy,
            Instant seenGone) implements OwnWords {

        @Override
        public Set<String> ownWords() {
            return Set.of("id", "name");
        }

    }

    /// @param entries of the journal alone
    /// @param ledger  of the same run
    public static Receipt of(RunFacts entries, boolean complete, LedgerLines ledger, List<HashedFile> files) {
        return new Counting(entries, complete, ledger).receipt(files);
    }

    /// What the journal was when it was read: its SHA-256, hexadecimal.
    public String journal() {
        return Objects.requireNonNull(files.getFirst().sha256(), "whoever reads a journal finds it");
    }

    /// Everything that was injected was seen gone.
    public boolean clear() {
        return injected == seenGone;
    }

    /// `1 fault injected, 1 seen gone, longest overrun 0.4 s`.
    public String words() {
        if (injected == 0) {
            return "no fault injected";
        }
        return Figures.many(injected, "fault") + " injected, " + Figures.count(seenGone) + " seen gone"
                + (clear() ? "" : ", " + Figures.count(injected - seenGone) + " NOT seen gone")
                + (longestOverrun == null ? "" : ", longest overrun " + Figures.seconds(longestOverrun.length()));
    }
}
