package io.gameday.people;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.PersonAct.Opened.Outcome;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Compares what somebody expected with what happened. Pure.
///
/// @param outcome whether the signal came in time
/// @param seen    what that is from, in words
record Foretold(Outcome outcome, String seen) {

    private static final String PAGE = "page";

    /// @param name such as `zone-impact` or `page`
    private record Signal(String name, String place, Instant at, boolean raised) {
    }

    /// @param journal what was journalled, in order; only alarms, pages and the first fault matter
    /// @param ended   when the run did
    static Foretold of(Claim claim, List<Entry> journal, Instant ended) {
        Duration within = claim.within();
        if (claim.signal().isBlank() || within == null) {
            return new Foretold(Outcome.NOT_OBSERVED, "it names no signal and time");
        }
        Optional<Instant> zero = journal.stream().filter(Foretold::begins).map(Entry::at).findFirst();
        if (zero.isEmpty()) {
            return new Foretold(Outcome.NOT_OBSERVED, "nothing was injected");
        }
        List<Signal> signals = journal.stream().flatMap(entry -> signal(entry).stream()).toList();
        String asked = claim.signal().toLowerCase(Locale.ROOT);
        Set<String> names = new LinkedHashSet<>(List.of(PAGE));
        signals.forEach(signal -> names.add(signal.name()));
        // The longest, because the name of one alarm may be the beginning of another's.
        Optional<String> name = names.stream().filter(asked::contains)
                .max((a, b) -> Integer.compare(a.length(), b.length()));
        if (name.isEmpty()) {
            return new Foretold(Outcome.NOT_OBSERVED, "no signal of this run has that name");
        }
        List<String> places = signals.stream().map(Signal::place)
                .filter(place -> !place.isEmpty() && asked.contains(place)).distinct().toList();
        return signals.stream().filter(Signal::raised).filter(signal -> signal.name().equals(name.get()))
                .filter(signal -> places.isEmpty() || places.contains(signal.place()))
                .filter(signal -> !signal.at().isBefore(zero.get())).findFirst()
                .map(signal -> came(Duration.between(zero.get(), signal.at()), within))
                .orElseGet(() -> didNotCome(Duration.between(zero.get(), ended), within));
    }

    private static Foretold came(Duration after, Duration within) {
        return new Foretold(after.compareTo(within) <= 0 ? Outcome.HIT : Outcome.MISS,
                String.format(Locale.ROOT, "it came after %.1f s", after.toMillis() / 1000.0));
    }

    private static Foretold didNotCome(Duration watched, Duration within) {
        return watched.compareTo(within) < 0
                ? new Foretold(Outcome.NOT_OBSERVED, "the run ended before that time")
                : new Foretold(Outcome.MISS, "it did not come");
    }

    /// Whether an entry is of those that a prediction is compared with.
    static boolean matters(Event event) {
        return event instanceof Event.AlarmChanged || event instanceof Event.PageSent
                || event instanceof Event.FaultInjected || event instanceof Event.OperationBegun;
    }

    private static boolean begins(Entry entry) {
        return entry.event() instanceof Event.FaultInjected || entry.event() instanceof Event.OperationBegun;
    }

    private static Optional<Signal> signal(Entry entry) {
        return switch (entry.event()) {
            case Event.AlarmChanged a -> Optional.of(new Signal(a.alarm().toLowerCase(Locale.ROOT), place(a.scope()),
                    a.when() == null ? entry.at() : a.when(), a.to() == AlarmState.ALARM));
            case Event.PageSent p -> Optional.of(new Signal(PAGE, "", p.when() == null ? entry.at() : p.when(), true));
            default -> Optional.empty();
        };
    }

    /// The last word of it, such as `az1` of zone az1; empty for the whole site.
    private static String place(Scope scope) {
        String text = scope.toString().toLowerCase(Locale.ROOT);
        return scope.equals(Scope.SITE) ? "" : text.substring(text.lastIndexOf(' ') + 1);
    }
}
