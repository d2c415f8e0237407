package io.gameday.report.history;

import io.gameday.report.history.History.Dot;
import io.gameday.report.history.History.Group;
import io.gameday.report.history.History.Missing;
import io.gameday.report.history.History.NotCounted;
import io.gameday.report.history.History.Row;
import io.gameday.report.history.History.Without;
import io.gameday.report.history.PastRun.Value;
import io.gameday.target.TargetKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static io.gameday.target.TargetKind.LOCAL;
import static io.gameday.target.TargetKind.SIMULATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class HistoryTest {

    private static final String LOSS = "az-power-loss";
    private static final String UNSCALED = "az-power-loss-unscaled";

    private static List<Row> detect(History history) {
        return history.plots().getFirst().rows();
    }

    @Test
    void everyRunIsADotInOrderOfTimeWithMedianAndQuartiles() {
        PastRuns runs = new Runs().run(2, LOSS, LOCAL, 0, 8.0).run(0, LOSS, LOCAL, 0, 2.0).run(1, LOSS, LOCAL, 0, 3.0)
                .run(3, LOSS, LOCAL, 0, 4.0).past();

        Row row = detect(History.of(runs, LOSS)).getFirst();

        assertThat(row.dots()).extracting(Dot::value).containsExactly(2.0, 3.0, 8.0, 4.0);
        assertThat(row.dots().getFirst()).isEqualTo(new Dot("2026-11-21T10-00-00Z-az-power-loss", 2.0, false, "2.0 s"));
        assertThat(row.summary()).isEqualTo(new Summary(4, 2, 2.75, 3.5, 5, 8, null));
        assertThat(row.summary().words(Quantity.Unit.SECONDS))
                .isEqualTo("n 4, median 3.5 s, p25–p75 2.8 to 5.0 s, range 2.0 to 8.0 s");
    }

    @Test
    void thereIsNoMeanOfNineValuesAndOneOfTen() {
        Runs nine = new Runs();
        IntStream.range(0, 9).forEach(i -> nine.run(i, LOSS, LOCAL, 0, (double) i));
        assertThat(detect(History.of(nine.past(), LOSS)).getFirst().summary().mean()).isNull();
        assertThat(History.of(nine.past(), LOSS).notes())
                .contains("There is no mean of fewer than ten values, and no trend: so few say nothing about either.");

        History ten = History.of(nine.run(9, LOSS, LOCAL, 0, 9.0).past(), LOSS);
        assertThat(detect(ten).getFirst().summary().mean()).isEqualTo(4.5);
        assertThat(detect(ten).getFirst().summary().words(Quantity.Unit.SECONDS)).endsWith(", mean 4.5 s");
        assertThat(ten.notes()).isEmpty();
    }

    @Test
    void whatNobodyDetectedIsNoMissingNumberAndNotInTheMedian() {
        PastRuns runs = new Runs().run(0, LOSS, LOCAL, 0, 2.0).run(1, LOSS, LOCAL, 3, null).run(2, LOSS, LOCAL, 3, null)
                .past();

        History history = History.of(runs, LOSS);

        Row row = detect(history).getFirst();
        assertThat(row.runs()).isEqualTo(3);
        assertThat(row.summary().n()).isOne();
        assertThat(row.missing()).containsExactly(new Missing("not detected",
                List.of(new Without("2026-11-21T11-00-00Z-az-power-loss", "not detected (> 41.0 s)"),
                        new Without("2026-11-21T12-00-00Z-az-power-loss", "not detected (> 42.0 s)"))));
        assertThat(row.missing().getFirst().words()).isEqualTo("2 not detected (> 41.0 s, > 42.0 s)");
        assertThat(history.notes()).anyMatch(note -> note.contains("A run without one may be the worst"));
    }

    @Test
    void realAndSimulatedRunsAreNeverInOneRow() {
        PastRuns runs = new Runs().run(0, LOSS, LOCAL, 0, 2.0).run(1, LOSS, SIMULATED, 0, 4.0)
                .run(2, LOSS, TargetKind.HTTP, 0, 6.0).past();

        History history = History.of(runs, LOSS);

        assertThat(detect(history)).extracting(Row::group).containsExactly("real", "simulated", "own system");
        assertThat(detect(history)).extracting(row -> row.summary().median()).containsExactly(2.0, 4.0, 6.0);
        assertThat(history.notes()).anyMatch(note -> note.contains("never mixed"));
    }

    @Test
    void theInstantOfTheFixDividesTheRunsAndItsOwnRunIsAfter() {
        PastRuns runs = new Runs().run(0, LOSS, LOCAL, 3, 9.0).run(1, LOSS, LOCAL, 3, 8.0).run(2, LOSS, LOCAL, 0, 2.0)
                .past();

        History history = History.fixed(runs, LOSS, Runs.BEGIN.plusSeconds(7200));

        assertThat(detect(history)).extracting(Row::group).containsExactly("before, real", "after, real");
        assertThat(detect(history)).extracting(Row::runs).containsExactly(2, 1);
        assertThat(history.groups()).extracting(Group::ended).containsExactly("2 broken", "1 held");
    }

    @Test
    void aSideWithoutARunIsSaidToHaveNone() {
        History history = History.fixed(new Runs().run(0, LOSS, LOCAL, 0, 2.0).past(), LOSS,
                Runs.BEGIN.plusSeconds(60));

        assertThat(history.groups()).extracting(Group::ended).containsExactly("1 held", "no run");
    }

    @Test
    void twoExperimentsAreBeforeAndAfterAndTheirSettingsAreSaid() {
        PastRuns runs = new Runs().run(0, LOSS, LOCAL, 0, 2.0).run(1, UNSCALED, LOCAL, 3, 9.0).past();

        History history = History.between(runs, UNSCALED, LOSS);

        assertThat(detect(history)).extracting(row -> row.group() + " " + row.summary().median())
                .containsExactly("before, real 9.0", "after, real 2.0");
        assertThat(history.cut()).isEqualTo("before is az-power-loss-unscaled, after is az-power-loss");
        assertThat(history.notes()).contains("The runs differ in headroom: before, real 100 %; after, real 150 %.");
        assertThat(history.predictions()).extracting(History.Prediction::words, History.Prediction::alwaysHeld)
                .containsExactly(tuple("alarm zone-impact az1, ≤ 15 s", true),
                        tuple("availability ≥ 99.9 % for 20 s, ≤ 10 s", false));
        assertThat(history.predictions().getLast().groups()).extracting(History.Judgements::words)
                .containsExactly("× 1 broken", "✓ 1 held");
    }

    @Test
    void aRunThatWasNotStartedIsShownAndNotCounted() {
        PastRuns runs = new Runs().run(0, LOSS, LOCAL, 0, 2.0).run(1, LOSS, LOCAL, 5, null).past();

        History history = History.of(runs, LOSS);

        assertThat(detect(history).getFirst().runs()).isOne();
        assertThat(history.notCounted()).containsExactly(new NotCounted("2026-11-21T11-00-00Z-az-power-loss",
                Runs.BEGIN.plusSeconds(3600), "real", "not started: a guard or the steady state forbade it"));
    }

    @Test
    void aFolderThatWasCopiedIsOneRun() {
        PastRun run = new Runs().run(0, LOSS, LOCAL, 0, 2.0).past().runs().getFirst();
        PastRun copy = new PastRun("copy", run.run(), run.at(), run.experiment(), run.title(), run.target(),
                run.settings(), run.seed(), run.verdict(), run.exitCode(), false, run.values(), run.predictions());

        History history = History.of(new PastRuns(List.of(run, copy), List.of()), LOSS);

        assertThat(history.runs()).isOne();
        assertThat(history.notCounted()).extracting(NotCounted::run, NotCounted::why)
                .containsExactly(tuple("copy", "the same run as " + run.name() + ", copied"));
    }

    @Test
    void simulatedRunsOfOneSeedAreSaidToBeTheSameAgain() {
        PastRuns runs = new Runs().run(0, LOSS, SIMULATED, 0, 2.0).run(1, LOSS, SIMULATED, 0, 2.0).past();

        assertThat(History.of(runs, LOSS).notes()).contains("The 2 runs of \"simulated\" have 1 seed: one of the same "
                + "seed and the same version is the same run again, not one more.");
    }

    @Test
    void whatWasNotOverIsAtLeastThatAndSaidToBe() {
        PastRuns runs = new Runs().add(0, LOSS, LOCAL, 3, new Value(Runs.DETECT, 20.0, true, "≥ 20.0 s")).past();

        History history = History.of(runs, LOSS);

        assertThat(detect(history).getFirst().dots().getFirst().atLeast()).isTrue();
        assertThat(history.notes()).anyMatch(note -> note.startsWith("Values with ≥ were not over"));
    }

    @Test
    void theAxisHoldsZeroAndEveryValue() {
        assertThat(Axis.of(Quantity.Unit.SECONDS, List.of(3.1, 8.0)).ticks()).extracting(Axis.Tick::words)
                .containsExactly("0 s", "2 s", "4 s", "6 s", "8 s");
        assertThat(Axis.of(Quantity.Unit.SECONDS, List.of(-96.0, 4.0)).ticks()).extracting(Axis.Tick::words)
                .containsExactly("−2 min", "−90 s", "−60 s", "−30 s", "0 s", "30 s");
        assertThat(Axis.of(Quantity.Unit.SECONDS, List.of(0.0)).to()).isPositive();
        assertThat(Axis.of(Quantity.Unit.SECONDS, List.of(9e6)).ticks()).hasSizeBetween(2, 7);
        assertThat(Axis.of(Quantity.Unit.SHARE, List.of(0.5)).ticks()).extracting(Axis.Tick::words)
                .containsExactly("0 %", "20 %", "40 %", "60 %", "80 %", "100 %");
    }

    @Test
    void anExperimentWithoutRunsIsRefused() {
        PastRuns none = new Runs().past();
        assertThatThrownBy(() -> History.of(none, LOSS)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no run of 'az-power-loss'; there are runs of []");
    }
}
