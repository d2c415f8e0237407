package io.gameday.engine;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.journal.JournalFailure;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// A journal that may stop working (a full disk) without stopping what matters more: that faults are taken away. The
/// first failure is told once; what would be written after it is dropped, for a journal with holes would lie. So is what
/// comes after the run's end, such as the answer to a page: the end stays the last event.
final class FallibleJournal implements Journal {

    private final Journal journal;
    private final Clock clock;
    private final Consumer<String> onFailure;
    private boolean closed;
    private boolean told;

    FallibleJournal(Journal journal, Clock clock, Consumer<String> onFailure) {
        this.journal = journal;
        this.clock = clock;
        this.onFailure = onFailure;
    }

    @Override
    public Entry append(Event event) {
        if (!closed) {
            closed = event instanceof Event.RunEnded;
            try {
                return journal.append(event);
            } catch (JournalFailure e) {
                closed = true;
                tell(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // The line is written, or this one cannot be; whoever follows the journal must not stop the engine.
                tell("the journal's follower failed on " + event.getClass().getSimpleName() + ": " + e);
            }
        }
        return new Entry(0, clock.now(), "", event);
    }

    /// Not at once: whoever appends is in the middle of a step that must be finished first.
    private void tell(String why) {
        if (!told) {
            told = true;
            clock.at(Duration.ZERO, () -> onFailure.accept(why));
        }
    }
}
