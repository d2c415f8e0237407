package io.gameday.report.lint;

import io.gameday.report.timeline.Row;
import io.gameday.report.words.CoeFile.Kind;
import io.gameday.report.words.CoeFile.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One line of the timeline, a machine's or a person's.
///
/// @param until the same as `at` unless it is about a span of time
/// @param place in the file; `timeline` for what the machine knows
record Moment(Instant at, Instant until, What what, String place) {

    /// As far as rules tell lines apart.
    enum What {
        CHANGE, FAULT, FAULT_ENDED, IMPACT_START, IMPACT_END, MITIGATION_START, MITIGATED, RECOVERED, ALARM, ENGAGED, SEEN, BY_HAND, AUTOMATION, RIGHT_IDEA, GAP_EXPLAINED, OTHER
    }

    /// Both timelines as one, in order of time.
    static List<Moment> merged(List<Row> rows, List<Told> told) {
        List<Moment> all = new ArrayList<>();
        for (Row row : rows) {
            // A time of which nobody knows anything, or which waits for somebody's words, explains nothing.
            if (row.kind() == Row.Kind.GAP) {
                continue;
            }
            Instant end = row.end();
            all.add(new Moment(row.at(), end == null ? row.at() : end, what(row), "timeline"));
        }
        for (int i = 0; i < told.size(); i++) {
            Told line = told.get(i);
            Instant end = line.end();
            all.add(new Moment(line.at(), end == null ? line.at() : end, what(line), "timeline[" + (i + 1) + "]"));
        }
        all.sort(Comparator.comparing(Moment::at));
        return List.copyOf(all);
    }

    static What what(Row row) {
        return switch (row.kind()) {
            case FAULT_INJECTED -> What.FAULT;
            case FAULT_ENDED -> What.FAULT_ENDED;
            case IMPACT_START -> What.IMPACT_START;
            case IMPACT_END -> What.IMPACT_END;
            case MITIGATED -> What.MITIGATED;
            case RECOVERED -> What.RECOVERED;
            case ALARM -> What.ALARM;
            case ACKNOWLEDGED -> What.ENGAGED;
            case INTERVENTION -> What.BY_HAND;
            case AUTOMATION -> What.AUTOMATION;
            case NOTE -> row.byPeople() ? What.SEEN : What.OTHER;
            case SEALED, GUARD, STEADY_STATE, ALARM_OVER, PAGE, STOP, LIMIT, GAP, NO_DATA, READ_BACK, ENDED ->
                What.OTHER;
        };
    }

    static What what(Told told) {
        return switch (told.kind()) {
            case CHANGE -> What.CHANGE;
            case IMPACT_START -> What.IMPACT_START;
            case IMPACT_END -> What.IMPACT_END;
            case MITIGATION_START -> What.MITIGATION_START;
            case MITIGATED -> What.MITIGATED;
            case RECOVERED -> What.RECOVERED;
            case ALARM -> What.ALARM;
            case ACKNOWLEDGED, ENGAGED -> What.ENGAGED;
            case OBSERVATION -> What.SEEN;
            case ACTION, ROLLBACK -> What.BY_HAND;
            case HYPOTHESIS -> told.right() ? What.RIGHT_IDEA : What.OTHER;
            case GAP_EXPLANATION -> What.GAP_EXPLAINED;
            case PAGE, DECISION, COMMUNICATION, NOTE -> What.OTHER;
        };
    }

    /// Whether a line of this kind says that something was so, for which there is something to show.
    static boolean shown(Kind kind) {
        return switch (kind) {
            case CHANGE, IMPACT_START, ALARM, PAGE, ACKNOWLEDGED, ENGAGED, OBSERVATION, ACTION, MITIGATION_START,
                    MITIGATED, IMPACT_END, ROLLBACK, RECOVERED ->
                true;
            case HYPOTHESIS, DECISION, COMMUNICATION, GAP_EXPLANATION, NOTE -> false;
        };
    }
}
