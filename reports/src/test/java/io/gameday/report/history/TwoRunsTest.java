package io.gameday.report.history;

import io.gameday.journal.Verdict;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.history.TwoRuns.Judgement;
import io.gameday.report.history.TwoRuns.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.gameday.target.TargetKind.LOCAL;
import static io.gameday.target.TargetKind.SIMULATED;
import static org.assertj.core.api.Assertions.assertThat;

class TwoRunsTest {

    private static final String LOSS = "az-power-loss";
    private static final String UNSCALED = "az-power-loss-unscaled";

    private static TwoRuns of(Runs runs) {
        List<PastRun> past = runs.past().runs();
        return TwoRuns.of(past.getFirst(), past.getLast());
    }

    @Test
    void aDifferenceIsToldWithoutAJudgement() {
        TwoRuns two = of(new Runs().run(0, UNSCALED, LOCAL, 3, 5.6).run(1, LOSS, LOCAL, 0, 3.4));

        assertThat(two.values()).containsExactly(new Line(Runs.DETECT, "5.6 s", "3.4 s", "2.2 s less"),
                new Line(Quantity.HURT, "40 of 40", "0 of 40", "100.0 points less"));
        assertThat(two.notes()).containsExactly("They differ in what they were played with: headroom 100 %, 40 "
                + "customers, 120 requests/s, then headroom 150 %, 40 customers, 120 requests/s.");
    }

    @Test
    void predictionsStandBesideEachOther() {
        TwoRuns two = of(new Runs().run(0, UNSCALED, LOCAL, 3, 5.6).run(1, LOSS, LOCAL, 0, 3.4));

        assertThat(two.predictions()).containsExactly(
                new Judgement("alarm zone-impact az1, ≤ 15 s", Verdict.HELD, Verdict.HELD),
                new Judgement("availability ≥ 99.9 % for 20 s, ≤ 10 s", Verdict.BROKEN, Verdict.HELD));
        assertThat(two.predictions()).extracting(Judgement::differs).containsExactly(false, true);
    }

    @Test
    void whatWasNotMeasuredHasNoDifference() {
        TwoRuns two = of(new Runs().run(0, LOSS, LOCAL, 3, null).run(1, LOSS, LOCAL, 0, 3.4));

        assertThat(two.values().getFirst()).isEqualTo(new Line(Runs.DETECT, "not detected (> 40.0 s)", "3.4 s", ""));
    }

    @Test
    void whatWasNotOverMayBeLonger() {
        TwoRuns two = of(new Runs().add(0, LOSS, LOCAL, 3, new Value(Runs.DETECT, 40.0, true, "≥ 40.0 s")).run(1, LOSS,
                LOCAL, 0, 3.4));

        assertThat(two.values().getFirst().difference()).isEqualTo("36.6 s less, at least one of them not over");
    }

    @Test
    void aRealRunAndASimulatedOneMayDifferByThatAlone() {
        TwoRuns two = of(new Runs().run(0, LOSS, LOCAL, 0, 3.4).run(1, LOSS, SIMULATED, 0, 3.4));

        assertThat(two.notes()).containsExactly("One was real, the other simulated: what differs may be that.");
        assertThat(two.values().getFirst().difference()).isEqualTo("the same");
    }

    @Test
    void aRunThatSaysNothingIsNamed() {
        TwoRuns two = of(new Runs().run(0, LOSS, LOCAL, 5, null).run(1, LOSS, LOCAL, 6, 3.4));

        assertThat(two.notes()).containsExactly(
                "2026-11-21T10-00-00Z-az-power-loss says nothing about the system: not started: a guard or the steady "
                        + "state forbade it.",
                "2026-11-21T11-00-00Z-az-power-loss was stopped: what was measured may be shorter than it would have "
                        + "become.");
    }
}
