package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.report.timeline.Row;
import java.util.Locale;

/// One line of the merged timeline.
///
/// @param number its place in the whole timeline, so that two lines never are the same
public record TimelineLine(int number, Row row) {

    /// Which lines are shown.
    public enum Filter {
        ALL, FAULT, IMPACT, ALARM, AUTOMATION, PEOPLE, GAP
    }

    boolean shown(Filter filter, String search) {
        return (filter == Filter.ALL || filter == sort())
                && (search.isBlank() || (words(row) + " " + row.who() + " " + row.evidence()).toLowerCase(Locale.ROOT)
                        .contains(search.strip().toLowerCase(Locale.ROOT)));
    }

    private Filter sort() {
        return switch (row.kind()) {
            case FAULT_INJECTED, FAULT_ENDED -> Filter.FAULT;
            case IMPACT_START, IMPACT_END, MITIGATED, RECOVERED, LIMIT, READ_BACK, STEADY_STATE -> Filter.IMPACT;
            case ALARM, ALARM_OVER -> Filter.ALARM;
            case AUTOMATION -> Filter.AUTOMATION;
            case PAGE, ACKNOWLEDGED, NOTE, INTERVENTION, STOP -> Filter.PEOPLE;
            case GAP, NO_DATA -> Filter.GAP;
            case SEALED, GUARD, ENDED -> Filter.ALL;
        };
    }

    /// What the line's icon and colour say.
    public State state() {
        return switch (row.kind()) {
            case FAULT_INJECTED, FAULT_ENDED -> State.FAULT;
            case IMPACT_START, LIMIT -> State.GRAY;
            case IMPACT_END, MITIGATED, RECOVERED, ALARM_OVER -> State.HEALTHY;
            case ALARM, PAGE, STOP -> State.ALARM;
            case AUTOMATION -> State.REPLACED;
            case GAP, NO_DATA -> State.UNKNOWN;
            case SEALED, GUARD, STEADY_STATE, INTERVENTION, ACKNOWLEDGED, NOTE, READ_BACK, ENDED -> State.PLAIN;
        };
    }

    static String words(Row row) {
        String text = switch (row.kind()) {
            case NOTE, INTERVENTION -> row.text();
            default -> Texts.said(row.text());
        };
        return row.lead().isEmpty() ? text : Texts.said(row.lead()) + " " + text;
    }
}
