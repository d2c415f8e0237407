package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.report.scorecard.Scorecard;

/// One prediction against its outcome.
///
/// @param text what was expected
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
        String text = p.text().isEmpty() ? Texts.of("debrief.prediction.closed", p.id()) : p.text();
        return new PredictionLine(state, verdict, text, dash(p.wanted()), dash(p.value()), p.detail());
    }

    private static String dash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
