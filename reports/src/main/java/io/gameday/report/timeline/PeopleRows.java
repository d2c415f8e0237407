package io.gameday.report.timeline;

import io.gameday.report.text.Figures;
import io.gameday.report.timeline.Row.Kind;
import io.gameday.report.words.CoeFile.Told;
import java.time.Instant;

/// What people told, as rows of the timeline.
final class PeopleRows {

    private PeopleRows() {
    }

    /// @param begun of the run: an instant of another day says of which
    static Row of(Told told, Instant begun) {
        String day = Figures.date(told.at());
        String text = (day.equals(Figures.date(begun)) ? "" : "(" + day + ") ") + told.text()
                + (told.recalled() ? Row.RECALLED : "");
        return new Row(told.at(), told.end(), kind(told.kind()), lead(told), text,
                told.role().isEmpty() ? Row.SOMEBODY : told.role(), String.join(", ", told.evidence()), true);
    }

    private static Kind kind(io.gameday.report.words.CoeFile.Kind kind) {
        return switch (kind) {
            case IMPACT_START -> Kind.IMPACT_START;
            case IMPACT_END -> Kind.IMPACT_END;
            case ALARM -> Kind.ALARM;
            case PAGE -> Kind.PAGE;
            case ACKNOWLEDGED, ENGAGED -> Kind.ACKNOWLEDGED;
            case MITIGATED -> Kind.MITIGATED;
            case RECOVERED -> Kind.RECOVERED;
            case CHANGE, ACTION, MITIGATION_START, ROLLBACK -> Kind.INTERVENTION;
            case GAP_EXPLANATION -> Kind.GAP;
            case OBSERVATION, HYPOTHESIS, DECISION, COMMUNICATION, NOTE -> Kind.NOTE;
        };
    }

    private static String lead(Told told) {
        return switch (told.kind()) {
            case CHANGE -> "Change:";
            case IMPACT_START -> "Impact starts:";
            case ALARM -> "Alarm:";
            case PAGE -> "Page:";
            case ACKNOWLEDGED -> "Page acknowledged:";
            case ENGAGED -> "Engaged:";
            case HYPOTHESIS -> told.right() ? "Hypothesis, right:" : "Hypothesis:";
            case DECISION -> "Decision:";
            case ACTION -> "Action:";
            case COMMUNICATION -> "Told others:";
            case MITIGATION_START -> "Mitigation starts:";
            case MITIGATED -> "Mitigated:";
            case IMPACT_END -> "Impact ends:";
            case ROLLBACK -> "Rollback:";
            case RECOVERED -> "Recovered:";
            case GAP_EXPLANATION -> "Gap explained:";
            case OBSERVATION, NOTE -> "";
        };
    }
}
