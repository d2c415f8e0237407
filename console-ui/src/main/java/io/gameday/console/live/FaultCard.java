package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.run.Contact;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.Verdict;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.Words;
import io.gameday.target.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One fault in words. Claims only what the journal tells: the lease's length is known, its renewals are not.
///
/// @param figure time left, or what has become of it
/// @param share  of the fault's time that has passed, 0 to 1; negative where nothing runs
/// @param proof  what an independent look has shown last
/// @param detail what it saw
/// @param turn   what somebody is asked to do by hand just now; null when nobody is
record FaultCard(String id, String kind, String where, State state, String figure, String rest, String until,
        double share, String lease, State proofState, String proof, String detail, boolean running,
        @Nullable Turn turn) {

    static List<FaultCard> of(Moment moment) {
        return moment.view().faults().stream().map(fault -> of(fault, moment)).toList();
    }

    private static FaultCard of(FaultView view, Moment moment) {
        Fault fault = view.fault();
        String where = Words.name(fault.scope());
        String lease = view.running() && !view.lease().isZero()
                ? Texts.of("live.fault.lease", Words.whole(view.lease()))
                : "";
        Proof proof = Proof.of(view);
        var asked = moment.view().asked();
        Turn turn = asked != null && asked.id().equals(view.id()) ? asked.turn() : null;
        if (turn != null) {
            boolean begin = turn == Turn.BEGIN;
            return new FaultCard(view.id(), fault.kind(), where, State.FAULT,
                    Texts.of(begin ? "live.fault.begin" : "live.fault.finish"), asked.what(), "", -1, "", proof.state,
                    proof.text, proof.detail, false, turn);
        }
        Instant end = view.plannedEnd();
        Duration lasts = view.lasts();
        if (view.running() && end != null && lasts != null) {
            if (moment.contact() instanceof Contact.Lost) {
                return new FaultCard(view.id(), fault.kind(), where, State.FAULT, Texts.of("live.fault.not-known"),
                        Texts.of("live.fault.lost", Words.whole(view.lease())), "", -1, "", proof.state, proof.text,
                        proof.detail, true, null);
            }
            Duration left = Duration.between(moment.now(), end);
            Duration shown = left.isNegative() ? Duration.ZERO : left;
            // Rounded up: "0 s left" while it is still in force would be a second too early.
            Duration whole = Duration.ofSeconds((shown.toMillis() + 999) / 1000);
            boolean seconds = whole.toSeconds() < 60;
            return new FaultCard(view.id(), fault.kind(), where, State.FAULT,
                    seconds ? String.valueOf(whole.toSeconds()) : Texts.said(Words.whole(whole)),
                    Texts.of(seconds ? "live.fault.seconds-left" : "live.fault.left-of", Words.whole(lasts)),
                    Texts.of("live.fault.until", Moment.time(end)),
                    1 - (double) shown.toMillis() / Math.max(1, lasts.toMillis()), lease, proof.state, proof.text,
                    proof.detail, true, null);
        }
        return new FaultCard(view.id(), fault.kind(), where, over(view) ? State.PLAIN : State.FAULT, figure(view),
                rest(view), "", -1, lease, proof.state, proof.text, proof.detail, false, null);
    }

    private static boolean over(FaultView view) {
        return view.gone() != null && view.gone().gone() == Verdict.HELD;
    }

    private static String figure(FaultView view) {
        if (view.failed() != null) {
            return Texts.of("live.fault.failed");
        }
        if (view.injected() == null) {
            return Texts.of("live.fault.planned");
        }
        if (over(view)) {
            return Texts.of("live.fault.gone");
        }
        if (view.reverted() != null) {
            return Texts.of(view.revert() != null && view.revert().done() ? "live.fault.taken" : "live.fault.stays");
        }
        return Texts.of("live.fault.done");
    }

    private static String rest(FaultView view) {
        if (view.failed() != null) {
            return Texts.said(view.failed());
        }
        if (view.injected() == null) {
            return Texts.of("live.fault.at", Words.whole(view.plannedAt()))
                    + (view.lasts() == null ? "" : Texts.of("live.fault.for", Words.whole(view.lasts())));
        }
        if (view.revert() != null) {
            return Texts.said(view.revert().done() ? view.revert().why() : view.revert().detail());
        }
        return Texts.of("live.fault.nothing-stays");
    }

    private record Proof(State state, String text, String detail) {

        Proof(State state, String text) {
            this(state, text, text);
        }

        static Proof of(FaultView view) {
            var gone = view.gone();
            if (gone != null) {
                String after = Words.tenths(gone.after());
                return switch (gone.gone()) {
                    case HELD -> new Proof(State.HEALTHY, Texts.of("live.fault.proved-gone", after));
                    case BROKEN, UNKNOWN -> new Proof(State.ALARM,
                            Texts.of("live.fault.not-gone", gone.value(), gone.wanted(), view.undo()));
                };
            }
            if (view.reverted() != null) {
                return new Proof(State.UNKNOWN, Texts.of("live.fault.gone-wanted"));
            }
            return effect(view);
        }

        private static Proof effect(FaultView view) {
            var observed = view.observed();
            if (observed == null) {
                return new Proof(State.UNKNOWN, view.injected() == null ? "" : Texts.of("live.fault.effect-wanted"));
            }
            String after = Words.tenths(observed.after());
            return switch (observed.bites()) {
                case HELD -> new Proof(State.HEALTHY, Texts.of("live.fault.proved", after),
                        observed.measure() + ": " + observed.value());
                case BROKEN ->
                    new Proof(State.ALARM, Texts.of("live.fault.no-effect", observed.value(), observed.wanted()));
                case UNKNOWN -> new Proof(State.UNKNOWN, Texts.of("live.fault.effect-unknown", observed.value()));
            };
        }
    }
}
