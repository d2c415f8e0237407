package io.gameday.cli.view;

import io.gameday.journal.Verdict;
import io.gameday.report.history.History;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.PastRun.Judged;
import io.gameday.report.history.PastRun.Settings;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.history.PastRuns;
import io.gameday.report.history.PastRuns.Unread;
import io.gameday.report.history.Quantity;
import io.gameday.report.history.Quantity.Unit;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.gameday.target.TargetKind.LOCAL;
import static io.gameday.target.TargetKind.SIMULATED;
import static org.assertj.core.api.Assertions.assertThat;

class HistoryScreenTest {

    private static final Terminal PLAIN = new Terminal(80, 60, false);
    private static final Instant FIXED = Instant.parse("2026-11-20T00:00:00Z");
    private static final Quantity DETECT = new Quantity("detect", "tD − t0", Unit.SECONDS);
    private static final Quantity ENGAGE = new Quantity("engage", "tE − tA", Unit.SECONDS);
    private static final Quantity TOTAL = new Quantity("impact total", "Σ impact windows", Unit.SECONDS);
    private static final Quantity HURT = new Quantity("customers hurt", "hurt at any time ÷ all", Unit.SHARE);

    @Test
    void beforeAndAfterAFix() throws IOException {
        Picture.matches("history.txt", new HistoryScreen(History.fixed(runs(), "az-power-loss", FIXED)).render(PLAIN));
    }

    @Test
    void everyExperimentThatHasRuns() throws IOException {
        Picture.matches("history-all.txt", new PastRunsScreen(runs()).render(Path.of("runs"), PLAIN));
    }

    @Test
    void noLineIsLongerThanTheScreenAndColourCarriesNothingAlone() {
        History history = History.fixed(runs(), "az-power-loss", FIXED);
        List<String> plain = new HistoryScreen(history).render(PLAIN);

        assertThat(plain).allSatisfy(line -> assertThat(Line.columns(line)).isLessThanOrEqualTo(80));
        assertThat(plain).noneMatch(line -> line.contains("\033"));
        assertThat(new HistoryScreen(history).render(new Terminal(80, 60, true)))
                .anyMatch(line -> line.contains("\033["))
                .extracting(line -> line.replaceAll("\033\\[[0-9;]*m", "").stripTrailing())
                .containsExactlyElementsOf(plain);
    }

    private static PastRuns runs() {
        return new PastRuns(
                List.of(run(12, 10, LOCAL, 3, value(DETECT, 3.1, "3.1 s"), value(TOTAL, 42.0, "42.0 s"), 1.0),
                        run(13, 10, LOCAL, 3, value(DETECT, 3.1, "3.1 s"), value(TOTAL, 44.5, "44.5 s"), 1.0),
                        run(14, 10, LOCAL, 3, none("not detected (> 62.3 s)"), new Value(TOTAL, 60.0, true, "≥ 60.0 s"),
                                1.0),
                        run(14, 12, LOCAL, 5, none("not measured"), value(TOTAL, null, "not measured"), null),
                        run(15, 10, LOCAL, 6, value(DETECT, 7.9, "7.9 s"), value(TOTAL, 38.0, "38.0 s"), 0.975),
                        run(21, 10, LOCAL, 0, value(DETECT, 2.9, "2.9 s"), value(TOTAL, 2.0, "2.0 s"), 0.1),
                        run(22, 10, LOCAL, 0, none("no impact"), value(TOTAL, null, "no impact"), 0.0),
                        run(22, 11, SIMULATED, 0, none("no impact"), value(TOTAL, null, "no impact"), 0.0)),
                List.of(new Unread("2026-11-13T09-00-00Z-az-power-loss",
                        "scorecard.json has no field 'durations', so "
                                + "another version of Gameday wrote it; make it again with: gameday report "
                                + "runs/2026-11-13T09-00-00Z-az-power-loss")));
    }

    private static Value value(Quantity quantity, Double number, String words) {
        return new Value(quantity, number, false, words);
    }

    private static Value none(String why) {
        return new Value(DETECT, null, false, why);
    }

    private static PastRun run(int day, int hour, TargetKind target, int exitCode, Value detect, Value total,
            Double hurt) {
        String name = "2026-11-" + day + "T" + hour + "-00-00Z-az-power-loss";
        Verdict verdict = exitCode == 0 ? Verdict.HELD : exitCode == 3 ? Verdict.BROKEN : Verdict.UNKNOWN;
        return new PastRun(name, name, Instant.parse("2026-11-" + day + "T" + hour + ":00:00Z"), "az-power-loss",
                "Lose one Availability Zone at peak", target, new Settings(day < 20 ? 100 : 150, 40, 120, 0.999), 7,
                verdict, exitCode, false,
                List.of(detect, new Value(ENGAGE, null, false, "not measured"), total,
                        new Value(HURT, hurt, false, hurt == null ? "not measured" : Math.round(40 * hurt) + " of 40")),
                List.of(new Judged("p1", "alarm zone-impact az1", "≤ 15 s", Verdict.HELD),
                        new Judged("p2", "availability ≥ 99.9 % for 20 s", "≤ 10 s", verdict)));
    }
}
