package io.gameday.people;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.Phases;
import io.gameday.journal.view.Happening;
import io.gameday.journal.view.PeopleView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A run as all who take part may see it. It is shown every entry on the loop, and read by network threads.
final class Commons implements Consumer<Entry> {

    /// Of what happened; before these the journal tells.
    private static final int MOST = 200;

    private final Phases phases = new Phases();
    private final PeopleView people = new PeopleView();
    private final Deque<Shown> shown = new ArrayDeque<>();
    private final Set<String> said = new HashSet<>();
    private boolean begun;
    private boolean paged;
    private @Nullable String stoppedBy;
    private @Nullable Phrase ended;

    /// @param symbol carries the state where there is no colour
    /// @param style  in lower case, for the page
    record Line(long seq, Instant at, String symbol, String style, Phrase words) {
    }

    /// @param line   as whoever knows everything may read it
    /// @param forAll what of its text all may read meanwhile; null where that is nothing
    private record Shown(Line line, @Nullable Phrase forAll) {

        @Nullable
        Line line(boolean open) {
            return open ? line : forAll == null ? null : new Line(line.seq, line.at, line.symbol, line.style, forAll);
        }
    }

    /// @param sealing   whether predictions can still be sealed
    /// @param paged     whether a page waits for somebody
    /// @param stoppedBy who asked for the end; empty for a stop condition, null while nobody did
    /// @param ended     why; null while it goes on
    /// @param open      whether nothing is kept back any more
    record Picture(Phase phase, boolean sealing, boolean paged, @Nullable String stoppedBy, @Nullable Phrase ended,
            boolean open, Collection<PeopleView.Person> people, List<Line> lines) {
    }

    @Override
    public synchronized void accept(Entry entry) {
        Event event = entry.event();
        phases.after(event);
        switch (event) {
            case Event.FaultInjected _,Event.OperationBegun _ -> begun = true;
            case Event.PageSent _ -> paged = true;
            case Event.PageAcknowledged _ -> paged = false;
            case Event.StopRequested stop -> stoppedBy = stoppedBy == null ? stop.by() : stoppedBy;
            case Event.StopConditionMet _ -> stoppedBy = stoppedBy == null ? "" : stoppedBy;
            case Event.PersonActed person -> people.accept(person);
            case Event.RunEnded end -> ended = Saying.of(end.reason());
            default -> {
                // Only shown, where it may be.
            }
        }
        if (event instanceof Event.AutomationActed acted && !said.add(acted.scope() + acted.text())) {
            return;
        }
        Happening.of(entry).ifPresent(happening -> {
            Phrase words = Retold.of(event, happening);
            shown.addLast(new Shown(
                    new Line(entry.seq(), happening.at(), happening.symbol(),
                            happening.style().name().toLowerCase(Locale.ROOT), words),
                    Audience.mayAllSee(event) ? forAll(event, words) : null));
            if (shown.size() > MOST) {
                shown.removeFirst();
            }
        });
    }

    /// What the platform did and where, not why: a scheduler says that a zone has no power.
    private static Phrase forAll(Event event, Phrase words) {
        return event instanceof Event.AutomationActed acted
                ? Saying.PLATFORM.with("name", acted.name(), "place", acted.scope().toString())
                : words;
    }

    /// @param after number of the last line that is known already
    synchronized Picture picture(long after) {
        boolean open = phases.phase() == Phase.LEARN;
        List<Line> lines = shown.stream().map(each -> each.line(open)).filter(Objects::nonNull)
                .filter(line -> line.seq() > after).toList();
        return new Picture(phases.phase(), !begun && ended == null, paged && ended == null, stoppedBy, ended, open,
                people.all(), lines);
    }

    /// Whether the first fault is still to come.
    synchronized boolean sealing() {
        return !begun && ended == null;
    }
}
