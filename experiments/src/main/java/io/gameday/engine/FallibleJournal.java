package io.gameday.engine;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.journal.JournalFailure;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A journal that may stop working (a full disk) without stopping what matters more: that faults are taken away. The
/// first failure is told once; what would be written after it is dropped, for a journal with holes would lie.
final class FallibleJournal implements Journal {

    private final Journal journal;
    private final Clock clock;
    private final Consumer<String> onFailure;
    private @Nullable String failure;

    FallibleJournal(Journal journal, Clock clock, Consumer<String> onFailure) {
        this.journal = journal;
        this.clock = clock;
        this.onFailure = onFailure;
    }

    @Override
    public Entry append(Event event) {
        if (failure == null) {
            try {
                return journal.append(event);
            } catch (JournalFailure e) {
                failure = String.valueOf(e.getMessage());
                // Not at once: whoever appends is in the middle of a step that must be finished first.
                clock.at(Duration.ZERO, () -> onFailure.accept(String.valueOf(e.getMessage())));
            }
        }
        return new Entry(0, clock.now(), "", event);
    }
}
