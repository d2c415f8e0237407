package io.gameday.report.facts;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFailure;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.signal.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The entries of one run's journal, found by kind. Immutable.
public final class RunFacts {

    private final List<Entry> entries;
    private final Map<Class<? extends Event>, List<Stamped<? extends Event>>> byKind = new HashMap<>();
    private final Event.RunStarted started;
    private final @Nullable Instant zero;
    private final @Nullable Instant faultsEnded;
    private final List<Event.SecondMeasured> seconds;
    private final List<Event.SecondMeasured> secondsSinceZero;
    private final List<Event.SecondMeasured> secondsBeforeZero;
    private final List<Unread> unread;
    private final @Nullable Felt felt;

    /// @throws JournalFailure when the journal does not begin with a run: there is nothing to tell then
    public RunFacts(List<Entry> entries) {
        if (entries.isEmpty() || !(entries.getFirst().event() instanceof Event.RunStarted first)) {
            throw new JournalFailure("The journal does not begin with RunStarted, so it says nothing about a run. "
                    + "Its first line may have been cut off; no report can be made from it.");
        }
        this.entries = List.copyOf(entries);
        started = first;
        for (Entry entry : entries) {
            byKind.computeIfAbsent(entry.event().getClass(), kind -> new ArrayList<>())
                    .add(new Stamped<>(entry.seq(), entry.at(), entry.event()));
        }
        unread = unread();
        zero = Stream.concat(all(Event.FaultInjected.class).stream(), all(Event.OperationBegun.class).stream().limit(1))
                .findFirst().map(Stamped::at).orElse(null);
        faultsEnded = lastEnd();
        seconds = whileCustomersAsk();
        Instant from = zero;
        secondsSinceZero = from == null
                ? seconds
                : seconds.stream().filter(s -> s.second().plusSeconds(1).isAfter(from)).toList();
        secondsBeforeZero = from == null
                ? seconds
                : seconds.stream().filter(s -> !s.second().plusSeconds(1).isAfter(from)).toList();
        felt = metric();
    }

    private @Nullable Felt metric() {
        List<Event.SampleRead> samples = all(Event.SampleRead.class).stream().map(Stamped::event).toList();
        return first(Event.MetricRead.class, m -> true)
                .map(metric -> new Felt(metric, new Period(begun(), last()), samples)).orElse(null);
    }

    /// The metric of an incident that was read afterwards; null where there is none, as in every run.
    public @Nullable Felt felt() {
        return felt;
    }

    /// Whether anything is known of what customers felt since the first fault. Without a single answer counted, "no
    /// impact" would be a guess.
    public boolean measured() {
        return felt != null
                ? !felt.samples().isEmpty()
                : secondsSinceZero().stream()
                        .anyMatch(s -> SeriesName.tally(s, Observer.CUSTOMER, Scope.SITE).requests() > 0);
    }

    public List<Entry> entries() {
        return entries;
    }

    public Event.RunStarted started() {
        return started;
    }

    /// The run's id.
    public String run() {
        return entries.getFirst().run();
    }

    public Instant begun() {
        return entries.getFirst().at();
    }

    /// The journal's last instant: a document's "made" is this, never a clock's.
    public Instant last() {
        return entries.getLast().at();
    }

    /// The run's one zero: the first injection, or the first operation where nothing was injected. Null without either.
    public @Nullable Instant zero() {
        return zero;
    }

    /// When the last fault that stayed in force was taken away; null when none stayed in force or one still does.
    public @Nullable Instant faultsEnded() {
        return faultsEnded;
    }

    /// Every event of `kind`, in order.
    @SuppressWarnings("unchecked") // Each is filed under the class of its event.
    public <E extends Event> List<Stamped<E>> all(Class<E> kind) {
        return (List<Stamped<E>>) (List<?>) Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
    }

    /// The first event of `kind` that fits.
    public <E extends Event> Optional<Stamped<E>> first(Class<E> kind, Predicate<E> fits) {
        return all(kind).stream().filter(e -> fits.test(e.event())).findFirst();
    }

    /// The last event of `kind` that fits.
    public <E extends Event> Optional<Stamped<E>> last(Class<E> kind, Predicate<E> fits) {
        return all(kind).reversed().stream().filter(e -> fits.test(e.event())).findFirst();
    }

    /// Every second measured, up to the last one in which a customer asked for anything: that nobody is served after
    /// the customers went home is no finding.
    public List<Event.SecondMeasured> seconds() {
        return seconds;
    }

    private List<Event.SecondMeasured> whileCustomersAsk() {
        List<Event.SecondMeasured> all = all(Event.SecondMeasured.class).stream().map(Stamped::event).toList();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (SeriesName.tally(all.get(i), Observer.CUSTOMER, Scope.SITE).requests() > 0) {
                return all.subList(0, i + 1);
            }
        }
        return all;
    }

    /// The seconds from the one the first fault was injected in; all of them when nothing was injected.
    public List<Event.SecondMeasured> secondsSinceZero() {
        return secondsSinceZero;
    }

    /// The seconds that were over before the first fault; all of them when nothing was injected.
    public List<Event.SecondMeasured> secondsBeforeZero() {
        return secondsBeforeZero;
    }

    /// Why it is not known what the tool told whose alarms are graded, at any time from `begin` to before `end`; null
    /// where it is.
    public @Nullable String alarmsUnread(Instant begin, Instant end) {
        return unread.stream()
                .filter(span -> span.since().isBefore(end) && (span.until() == null || span.until().isAfter(begin)))
                .map(Unread::why).findFirst().orElse(null);
    }

    /// @param until null while the tool did not answer again
    private record Unread(Instant since, @Nullable Instant until, String why) {
    }

    private List<Unread> unread() {
        List<Unread> spans = new ArrayList<>();
        String source = started.alarmsFrom();
        Event.SourceAway open = null;
        for (Entry entry : entries) {
            if (open == null && entry.event() instanceof Event.SourceAway away && away.source().equals(source)) {
                open = away;
            } else if (open != null && entry.event() instanceof Event.SourceBack(String back, Instant until)
                    && back.equals(source)) {
                spans.add(new Unread(open.since(), until, open.why()));
                open = null;
            }
        }
        if (open != null) {
            spans.add(new Unread(open.since(), null, open.why()));
        }
        return List.copyOf(spans);
    }

    /// When the newest measured second, or sample, ended; the journal's first instant when none was measured.
    public Instant measuredUntil() {
        if (felt != null) {
            return felt.until();
        }
        return seconds.isEmpty() ? begun() : seconds.getLast().second().plusSeconds(1);
    }

    private @Nullable Instant lastEnd() {
        Instant end = null;
        for (Stamped<Event.FaultInjected> fault : all(Event.FaultInjected.class)) {
            if (fault.event().lasts() == null) {
                continue;
            }
            var reverted = first(Event.FaultReverted.class, r -> r.id().equals(fault.event().id()) && r.done());
            if (reverted.isEmpty()) {
                return null;
            }
            Instant at = reverted.get().at();
            end = end == null || at.isAfter(end) ? at : end;
        }
        return end;
    }
}
