package io.gameday.report.history;

import io.gameday.journal.Entry;
import io.gameday.journal.Verdict;
import io.gameday.report.JournalBuilder;
import io.gameday.report.export.ScorecardJson;
import io.gameday.report.history.PastRun.Judged;
import io.gameday.report.history.PastRun.Settings;
import io.gameday.report.history.PastRun.Value;
import io.gameday.report.history.PastRuns.Unread;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// What is read of run folders.
class PastRunsTest {

    private static final String NAME = "2026-11-20T09-00-00Z-mine";

    @TempDir
    private Path runs;

    private Path write(String name, String scorecard) throws IOException {
        Path folder = Files.createDirectory(runs.resolve(name));
        Files.createFile(folder.resolve("journal.jsonl"));
        return Files.writeString(folder.resolve("scorecard.json"), scorecard);
    }

    private static String card(List<Entry> entries, boolean complete) {
        return ScorecardJson.write(Scorecard.of(entries, complete, false));
    }

    @Test
    void ofAScorecardIsReadWhatCanBeCompared() throws IOException {
        write(NAME, card(JournalBuilder.unscaled().entries(), true));

        PastRun run = PastRuns.in(runs).runs().getFirst();

        assertThat(run.name()).isEqualTo(NAME);
        assertThat(run.run()).isEqualTo(JournalBuilder.RUN);
        assertThat(run.at()).isEqualTo(Instant.parse("2026-11-19T14:01:33.300Z"));
        assertThat(run.experiment()).isEqualTo("az-power-loss-unscaled");
        assertThat(run.target()).isEqualTo(TargetKind.LOCAL);
        assertThat(run.settings()).isEqualTo(new Settings(100, 40, 120, 0.999));
        assertThat(run.seed()).isEqualTo(7);
        assertThat(run.ended()).isEqualTo("broken");
        assertThat(run.values()).extracting(value -> value.quantity().name(), Value::number, Value::words)
                .containsExactly(tuple("detect", 3.1, "3.1 s"), tuple("alarm latency", 3.1, "3.1 s"),
                        tuple("engage", 15.9, "15.9 s"),
                        tuple("mitigate from impact", null, "not while the fault lasted (> 40.0 s)"),
                        tuple("recovered after removal", 3.7, "3.7 s"), tuple("recover", 64.9, "64.9 s"),
                        tuple("impact total", 37.7, "37.7 s"), tuple("lowest second", 2.0 / 3, "66.7 %"),
                        tuple("customers hurt", 1.0, "40 of 40 (100 %)"));
        assertThat(run.predictions()).hasSize(7).contains(
                new Judged("p5", "availability at least 99.9 %", "≤ 30 s", Verdict.BROKEN),
                new Judged("p6", "interventions", "0", Verdict.HELD));
    }

    @Test
    void aSimulatedRunCountsFromItsFolderBecauseItsOwnTimeIsVirtual() throws IOException {
        write(NAME, card(JournalBuilder.held().entries(), true));

        assertThat(PastRuns.in(runs).runs()).extracting(PastRun::at)
                .containsExactly(Instant.parse("2026-11-20T09:00:00Z"));
    }

    @Test
    void whereNoCustomerAskedNobodyHurtIsNotMeasured() throws IOException {
        write(NAME, card(JournalBuilder.notStarted().entries(), true));

        PastRun run = PastRuns.in(runs).runs().getFirst();

        assertThat(run.ended()).isEqualTo("not started");
        assertThat(run.values()).allSatisfy(value -> assertThat(value.number()).isNull())
                .filteredOn(value -> value.quantity().equals(Quantity.HURT)).extracting(Value::words)
                .containsExactly("not measured");
    }

    @Test
    void aRunThatWasKilledIsReadAndNotCounted() throws IOException {
        write(NAME, card(JournalBuilder.unscaled().until(20), false));

        PastRun run = PastRuns.in(runs).runs().getFirst();

        assertThat(run.ended()).isEqualTo("interrupted");
        assertThat(run.notCounted()).isEqualTo("interrupted: its journal has no end");
    }

    @Test
    void whatCannotBeReadIsNamedWithItsReasonAndTheOthersAreThere() throws IOException {
        String card = card(JournalBuilder.unscaled().entries(), true);
        write("good", card);
        write("old", card.replace("\"durations\"", "\"lengths\""));
        write("other", card.replace("\"LOCAL\"", "\"CLOUD\""));
        write("torn", card.substring(0, card.length() / 2));
        write("torn-late", card.substring(0, card.length() - 3));
        write("empty", "null");
        Files.delete(write("played", card));
        Files.createDirectory(runs.resolve("notes"));
        Files.createFile(runs.resolve("a-file"));

        PastRuns read = PastRuns.in(runs);

        assertThat(read.runs()).extracting(PastRun::name).containsExactly("good");
        assertThat(read.unread()).extracting(Unread::name).containsExactly("empty", "old", "other", "played", "torn",
                "torn-late");
        assertThat(read.unread()).allSatisfy(
                unread -> assertThat(unread.why()).endsWith("gameday report " + runs.resolve(unread.name())));
        assertThat(read.unread()).extracting(Unread::why).satisfiesExactly(
                empty -> assertThat(empty).startsWith("scorecard.json has no field 'experiment'"),
                old -> assertThat(old).startsWith(
                        "scorecard.json has no field 'durations', so another version of Gameday wrote it; make it again"),
                other -> assertThat(other).startsWith("scorecard.json cannot be read: ").contains("CLOUD"),
                played -> assertThat(played).startsWith("it has no scorecard.json: it is being played, or was cut off"),
                torn -> assertThat(torn).startsWith("scorecard.json cannot be read: "),
                late -> assertThat(late).startsWith("scorecard.json has no end; make it again"));
    }

    @Test
    void theTableOfAllHasALinePerExperimentAndKind() throws IOException {
        write("2026-11-20T09-00-00Z-a", card(JournalBuilder.unscaled().entries(), true));
        write("2026-11-20T09-00-00Z-b", card(JournalBuilder.held().entries(), true));

        assertThat(PastRuns.in(runs).lines())
                .extracting(PastRuns.Line::target, PastRuns.Line::runs, PastRuns.Line::last, PastRuns.Line::lastRun)
                .containsExactly(tuple(TargetKind.LOCAL, 1, "broken", "2026-11-20T09-00-00Z-a"),
                        tuple(TargetKind.SIMULATED, 1, "held", "2026-11-20T09-00-00Z-b"));
    }
}
