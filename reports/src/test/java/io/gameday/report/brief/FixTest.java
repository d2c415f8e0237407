package io.gameday.report.brief;

import io.gameday.report.words.CoeFile.ActionItem;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.Horizon;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Which actions press most.
class FixTest {

    private static ActionItem action(String id, String priority, @Nullable Horizon horizon, @Nullable String due,
            ActionStatus status) {
        return new ActionItem(id, "do " + id, "", due == null ? null : LocalDate.parse(due), horizon, null, false,
                priority, List.of(), "", "", "", status, "");
    }

    private static ActionItem open(String id, String priority, @Nullable Horizon horizon, @Nullable String due) {
        return action(id, priority, horizon, due, ActionStatus.OPEN);
    }

    private static List<String> order(ActionItem... actions) {
        return Fix.open(List.of(actions)).stream().map(ActionItem::id).toList();
    }

    @Test
    void priorityComesBeforeHorizonAndHorizonBeforeTheDay() {
        assertThat(order(open("A1", "", Horizon.IMMEDIATE, "2026-01-01"),
                open("A2", "P2", Horizon.ROADMAP, "2026-01-01"), open("A3", "P1", Horizon.ROADMAP, "2026-09-01"),
                open("A4", "P1", Horizon.IMMEDIATE, "2026-08-01"), open("A5", "P1", Horizon.IMMEDIATE, "2026-07-01")))
                .containsExactly("A5", "A4", "A3", "A2", "A1");
    }

    @Test
    void whatNobodyHasSaidComesLastAndElseTheirOrderStays() {
        assertThat(order(open("A1", "", null, null), open("A2", "", null, null), open("A3", "", null, "2026-02-01"),
                open("A4", "", Horizon.ROADMAP, null))).containsExactly("A4", "A3", "A1", "A2");
    }

    @Test
    void prioritiesInWordsAreKnownInBothLanguages() {
        assertThat(order(open("A1", "low", null, null), open("A2", "High", null, null),
                open("A3", "critical", null, null), open("A4", "中", null, null), open("A5", "someday", null, null)))
                .containsExactly("A3", "A2", "A4", "A1", "A5");
    }

    @Test
    void whatIsDoneOrDroppedIsNotToBeDone() {
        assertThat(order(action("A1", "1", null, null, ActionStatus.DONE),
                action("A2", "1", null, null, ActionStatus.DROPPED), open("A3", "2", null, null)))
                .containsExactly("A3");
    }
}
