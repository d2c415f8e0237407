package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.phrase.OwnWords;
import io.gameday.report.text.FaultWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One injected fault, from the injection to the proof that it is gone.
///
/// @param planned  how long it was to last; null where nothing stays in force
/// @param inForce  from injection to removal; null where nothing stays in force or it was never taken away
/// @param bite     what the independent look saw; null when nobody looked
/// @param bites    unknown when nobody looked
/// @param goneLook as `bite`, after the removal
/// @param gone     held also where nothing stays in force and nobody had to look
/// @param fidelity `equal`, or what differs on this target
/// @param undo     the command that takes it away by hand
public record FaultReceipt(String id, String name, String words, Instant injectedAt, long seq,
        @Nullable Duration planned, Verdict bites, @Nullable Look bite, @Nullable Removal removal,
        @Nullable Duration inForce, Verdict gone, @Nullable Look goneLook, String fidelity, String undo,
        String endsBy) implements OwnWords {

    @Override
    public Set<String> ownWords() {
        return Set.of("id", "name", "undo");
    }

    /// @param after since the injection, or since the removal was asked for
    public record Look(String measure, String value, String wanted, Duration after, long seq) {
    }

    public record Removal(Instant at, String why, boolean done, String detail, long seq) {
    }

    /// One per injection, in order.
    static List<FaultReceipt> of(RunFacts facts) {
        return facts.all(Event.FaultInjected.class).stream().map(fault -> of(facts, fault)).toList();
    }

    private static FaultReceipt of(RunFacts facts, Stamped<Event.FaultInjected> injected) {
        Event.FaultInjected fault = injected.event();
        var plan = facts.first(Event.FaultPlanned.class, p -> p.id().equals(fault.id()));
        var observed = bestLook(facts, fault.id());
        var reverted = facts.last(Event.FaultReverted.class, r -> r.id().equals(fault.id()));
        var gone = facts.last(Event.FaultConfirmedGone.class, g -> g.id().equals(fault.id()));
        boolean stays = fault.lasts() != null;
        boolean taken = stays && reverted.isPresent() && reverted.get().event().done();
        return new FaultReceipt(fault.id(), FaultWords.name(fault.fault()),
                FaultWords.happened(fault.fault(), facts.started().target()), injected.at(), injected.seq(),
                fault.lasts(), observed.map(o -> o.event().bites()).orElse(Verdict.UNKNOWN),
                observed.map(o -> look(o.seq(), o.event())).orElse(null),
                reverted.map(FaultReceipt::removal).orElse(null),
                taken ? Duration.between(injected.at(), reverted.get().at()) : null,
                gone.map(g -> g.event().gone()).orElse(stays ? notSeen(reverted) : Verdict.HELD),
                gone.map(g -> look(g.seq(), g.event())).orElse(null),
                plan.map(p -> p.event().fidelity()).orElse("not stated"),
                plan.map(p -> p.event().undo()).orElse("not stated"),
                plan.map(p -> p.event().endsBy()).orElse("not stated"));
    }

    /// The first look that saw it bite, else the newest one.
    private static Optional<Stamped<Event.FaultObserved>> bestLook(RunFacts facts, String id) {
        var held = facts.first(Event.FaultObserved.class, o -> o.id().equals(id) && o.bites() == Verdict.HELD);
        return held.isPresent() ? held : facts.last(Event.FaultObserved.class, o -> o.id().equals(id));
    }

    private static Verdict notSeen(Optional<Stamped<Event.FaultReverted>> reverted) {
        return reverted.isPresent() && !reverted.get().event().done() ? Verdict.BROKEN : Verdict.UNKNOWN;
    }

    private static Look look(long seq, Event.FaultObserved o) {
        return new Look(o.measure(), o.value(), o.wanted(), o.after(), seq);
    }

    private static Look look(long seq, Event.FaultConfirmedGone g) {
        return new Look(g.measure(), g.value(), g.wanted(), g.after(), seq);
    }

    private static Removal removal(Stamped<Event.FaultReverted> r) {
        return new Removal(r.at(), r.event().why(), r.event().done(), r.event().detail(), r.seq());
    }
}
