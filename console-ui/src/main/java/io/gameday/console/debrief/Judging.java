package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.debrief.DebriefViewModel.Judgement;
import io.gameday.console.text.Texts;
import io.gameday.report.receipt.Receipt;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What the header of Debrief says of a run, in words with their states.
final class Judging {

    private Judging() {
    }

    static String times(Scorecard card) {
        DateTimeFormatter date = Texts.format("debrief.date").withZone(ZoneOffset.UTC);
        String begun = date.format(card.begun());
        String ended = date.format(card.ended());
        return begun + ", " + minute(card.begun()) + "–" + (begun.equals(ended) ? "" : ended + ", ")
                + minute(card.ended()) + " UTC";
    }

    private static String minute(Instant at) {
        return Figures.second(at).substring(0, 5);
    }

    static Judgement of(Scorecard card, boolean alive) {
        String reason = Texts.said(card.outcome().reason());
        if (alive) {
            return new Judgement(State.REPLACED, Texts.of("debrief.verdict.playing"), reason);
        }
        if (card.outcome().notStarted()) {
            return new Judgement(State.UNKNOWN, Texts.of("debrief.verdict.notstarted"), reason);
        }
        if (card.outcome().interrupted()) {
            return new Judgement(State.UNKNOWN, Texts.of("debrief.verdict.interrupted"), reason);
        }
        return switch (card.outcome().verdict()) {
            case HELD -> new Judgement(State.HEALTHY, Texts.of("debrief.verdict.held"), reason);
            case BROKEN -> new Judgement(State.BROKEN, Texts.of("debrief.verdict.broken"), reason);
            case UNKNOWN -> new Judgement(State.UNKNOWN, Texts.of("debrief.verdict.unknown"), reason);
        };
    }

    static @Nullable Judgement of(Seal seal) {
        Instant at = seal.at();
        if (at == null) {
            return null;
        }
        String time = Figures.second(at);
        return switch (seal.state()) {
            case NONE -> null;
            case VERIFIED -> new Judgement(State.PLAIN, Texts.of("debrief.seal.verified", time), seal.why());
            case NOT_CHECKED -> new Judgement(State.UNKNOWN, Texts.of("debrief.seal.unchecked", time), seal.why());
            case BROKEN -> new Judgement(State.ALARM, Texts.of("debrief.seal.broken", time), seal.why());
        };
    }

    static @Nullable Judgement of(@Nullable Receipt receipt) {
        return receipt == null
                ? null
                : new Judgement(receipt.clear() ? State.HEALTHY : State.ALARM,
                        Texts.of("debrief.receipt", receipt.words()), Texts.of("debrief.receipt.check", receipt.run()));
    }
}
