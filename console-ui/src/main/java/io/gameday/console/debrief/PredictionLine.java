package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.PersonAct;
import io.gameday.report.scorecard.Scorecard;

/// One prediction against its outcome.
///
/// @param text   what was expected
/// @param wanted empty, as is `was`, of what somebody said in their own words
public record PredictionLine(State state, String verdict, String text, String wanted, String was, String detail) {

    static PredictionLine of(Scorecard.Prediction p) {
        State state = switch (p.verdict()) {
            case HELD -> State.HEALTHY;
            case BROKEN -> State.BROKEN;
            case UNKNOWN -> State.UNKNOWN;
        };
        String verdict = switch (p.verdict()) {
            case HELD -> Texts.of("debrief.held");
            case BROKEN -> Texts.of("debrief.broken");
            case UNKNOWN -> Texts.of("debrief.unknown");
        };
        String text = p.text().isEmpty() ? Texts.of("debrief.prediction.closed", p.id()) : Texts.said(p.text());
        return new PredictionLine(state, verdict, text, dash(p.wanted()), dash(p.value()), Texts.said(p.detail()));
    }

    /// What somebody sealed before the run against what happened. Whose it was stands nowhere.
    static PredictionLine of(PersonAct.Opened guess) {
        return switch (guess.outcome()) {
            case HIT -> guess(State.HEALTHY, "debrief.guess.hit", guess);
            case MISS -> guess(State.BROKEN, "debrief.guess.miss", guess);
            case NOT_OBSERVED -> guess(State.UNKNOWN, "debrief.guess.unobserved", guess);
        };
    }

    private static PredictionLine guess(State state, String verdict, PersonAct.Opened guess) {
        return new PredictionLine(state, Texts.of(verdict), guess.text(), "", "",
                Texts.of("debrief.guess.seen", Texts.own(guess.seen())));
    }

    private static String dash(String text) {
        return text.isEmpty() ? "–" : Texts.said(text);
    }
}
