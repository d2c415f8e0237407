package io.gameday.report.receipt;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.receipt.Receipt.Open;
import io.gameday.report.receipt.Receipt.Overrun;
import io.gameday.report.text.FaultWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Counts what was injected and what was seen gone, by journal and ledger together: either may have been cut short.
final class Counting {

    private final RunFacts facts;
    private final boolean complete;
    private final LedgerLines ledger;

    private record Due(Instant at, String by) {
    }

    Counting(RunFacts facts, boolean complete, LedgerLines ledger) {
        this.facts = facts;
        this.complete = complete;
        this.ledger = ledger;
    }

    Receipt receipt(List<HashedFile> files) {
        List<Open> open = new ArrayList<>();
        List<Overrun> overruns = new ArrayList<>();
        Set<String> injected = injected();
        for (String id : injected) {
            Instant gone = seenGone(id);
            if (gone == null) {
                open.add(new Open(id, name(id), undo(id)));
            } else if (stays(id)) {
                Due due = due(id, gone);
                Duration late = Duration.between(due.at(), gone);
                overruns.add(
                        new Overrun(id, name(id), late.isNegative() ? Duration.ZERO : late, due.at(), due.by(), gone));
            }
        }
        return new Receipt(facts.run(), injected.size(), injected.size() - open.size(), open,
                overruns.stream().max(Comparator.comparing(Overrun::length)).orElse(null), files);
    }

    /// Also those of which a dead controller could not write any more that they were.
    private Set<String> injected() {
        Set<String> ids = new LinkedHashSet<>();
        facts.all(Event.FaultInjected.class).forEach(fault -> ids.add(fault.event().id()));
        facts.all(Event.InjectionFailed.class).stream().map(failed -> failed.event().id())
                .filter(id -> seenGone(id) == null && !nothingLeft(id)).forEach(ids::add);
        ledger.faults().values().stream()
                .filter(fault -> fault.injected() != null || !fault.nothingLeft() && fault.seenGone() == null)
                .forEach(fault -> ids.add(fault.id()));
        return ids;
    }

    private boolean nothingLeft(String id) {
        LedgerLines.Written written = ledger.faults().get(id);
        return written != null && written.nothingLeft();
    }

    private @Nullable Instant seenGone(String id) {
        LedgerLines.Written written = ledger.faults().get(id);
        return earliest(written == null ? null : written.seenGone(), confirmed(id).map(Stamped::at).orElse(null));
    }

    private Optional<Stamped<Event.FaultConfirmedGone>> confirmed(String id) {
        return facts.first(Event.FaultConfirmedGone.class, gone -> gone.id().equals(id) && gone.gone() == Verdict.HELD);
    }

    private Optional<Stamped<Event.FaultInjected>> injection(String id) {
        return facts.first(Event.FaultInjected.class, fault -> fault.id().equals(id));
    }

    /// False where nothing stays in force, so that nothing can be late.
    private boolean stays(String id) {
        return injection(id).map(fault -> fault.event().lasts() != null).orElse(true);
    }

    private Due due(String id, Instant gone) {
        Instant from = injection(id).map(Stamped::at)
                .or(() -> Optional.ofNullable(ledger.faults().get(id))
                        .map(written -> written.injected() == null ? written.intended() : written.injected()))
                .orElse(gone);
        List<Due> all = new ArrayList<>();
        injection(id).ifPresent(fault -> Optional.ofNullable(fault.event().lasts())
                .ifPresent(lasts -> all.add(new Due(fault.at().plus(lasts), "planned end"))));
        Stream.concat(facts.all(Event.StopRequested.class).stream(), facts.all(Event.StopConditionMet.class).stream())
                .map(Stamped::at).filter(stop -> !stop.isBefore(from)).forEach(stop -> all.add(new Due(stop, "stop")));
        Instant asked = asked(id);
        if (asked != null) {
            all.add(new Due(asked, "removal asked for"));
        }
        if (!complete) {
            Instant last = facts.last();
            all.add(new Due(last.isBefore(from) ? from : last, "controller died"));
        }
        return all.stream().min(Comparator.comparing(Due::at)).orElse(new Due(gone, "removal asked for"));
    }

    private @Nullable Instant asked(String id) {
        LedgerLines.Written written = ledger.faults().get(id);
        Instant told = confirmed(id).map(gone -> gone.at().minus(gone.event().after())).orElse(null);
        Instant reverted = facts.first(Event.FaultReverted.class, revert -> revert.id().equals(id)).map(Stamped::at)
                .orElse(null);
        return earliest(written == null ? null : written.removalAsked(), earliest(told, reverted));
    }

    private static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
        return Stream.of(Optional.ofNullable(a), Optional.ofNullable(b)).flatMap(Optional::stream)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    private String name(String id) {
        return facts.entries().stream().map(Entry::event).map(event -> switch (event) {
            case Event.FaultPlanned planned when planned.id().equals(id) -> FaultWords.name(planned.fault());
            case Event.FaultInjected injected when injected.id().equals(id) -> FaultWords.name(injected.fault());
            case Event.InjectionFailed failed when failed.id().equals(id) -> FaultWords.name(failed.fault());
            default -> null;
        }).filter(Objects::nonNull).findFirst().orElseGet(() -> {
            LedgerLines.Written written = ledger.faults().get(id);
            return written == null ? id : written.kind();
        });
    }

    private String undo(String id) {
        return facts.first(Event.FaultPlanned.class, planned -> planned.id().equals(id))
                .map(planned -> planned.event().undo()).orElseGet(() -> {
                    LedgerLines.Written written = ledger.faults().get(id);
                    return written == null ? "gameday recover --run " + facts.run() : written.undo();
                });
    }
}
