package io.gameday.cli.view;

import io.gameday.report.actions.Register;
import io.gameday.report.actions.Registered;
import io.gameday.report.words.CoeFile.ActionStatus;
import io.gameday.report.words.CoeFile.ActionType;
import io.gameday.report.words.CoeFile.Horizon;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsScreenTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final String RUN = "2026-10-20T14-01-32Z-az-power-loss-unscaled";

    private static Register register() {
        Registered late = new Registered(RUN, "A zone went dark", TargetKind.LOCAL, "A1",
                "Scale each cell to 150 % of its peak, so that the other two zones carry what the third one carried",
                "capacity lead", TODAY.minusDays(33), 33L, TODAY.minusDays(12), 12, Horizon.IMMEDIATE,
                ActionType.REDUCE_BLAST_RADIUS, List.of("W1", "DET-3"), "the run holds", "az-power-loss", "",
                ActionStatus.OPEN, "", List.of("kinesis/A4"));
        Registered soon = new Registered("kinesis", "", null, "A4", "ログを非同期にする", "", null, null, TODAY.plusDays(9), 0,
                null, null, List.of(), "", "", "", ActionStatus.OPEN, "", List.of());
        Registered done = new Registered(RUN, "A zone went dark", TargetKind.LOCAL, "A2", "Alarm on canaries",
                "capacity lead", TODAY.minusDays(33), 33L, null, 0, Horizon.ROADMAP, ActionType.DETECT, List.of(), "",
                "task-crash", "", ActionStatus.DONE, "2026-11-21T10-00-00Z-task-crash", List.of());
        return new Register(TODAY, List.of(late, soon, done), List.of());
    }

    @Test
    void actionsAreShownByOwnerTheMostOverdueFirst() throws IOException {
        Picture.matches("actions.txt", new ActionsScreen(register()).render(new Terminal(80, 60, false)));
    }

    @Test
    void noLineIsWiderThanATerminal() {
        assertThat(new ActionsScreen(register()).render(new Terminal(80, 60, false)))
                .allSatisfy(line -> assertThat(Line.columns(line)).isLessThanOrEqualTo(80));
    }
}
