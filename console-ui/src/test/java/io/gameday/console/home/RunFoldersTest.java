package io.gameday.console.home;

import io.gameday.console.SimulatedRun;
import io.gameday.journal.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunFoldersTest {

    private static final String NAME = "2026-01-01T14-01-00Z-a";

    @TempDir
    private Path runs;

    private RunRow only() throws IOException {
        return new RunFolders(List.of(runs)).newest(50).rows().getFirst();
    }

    @Test
    void aRunThatBrokeSaysHowManyWereHurt() throws IOException {
        Path folder = SimulatedRun.of("az-power-loss-unscaled", runs);

        RunRow row = only();

        assertThat(row.folder()).isEqualTo(folder);
        assertThat(row.verdict()).isEqualTo(RunVerdict.BROKEN);
        assertThat(row.experiment()).isEqualTo("az-power-loss-unscaled");
        assertThat(row.simulated()).isTrue();
        assertThat(row.line()).matches("\\d+ of 40 hurt");
        assertThat(row.availability()).hasSizeLessThanOrEqualTo(Availability.MOST).anyMatch(share -> share < 0.9f);
    }

    @Test
    void aRunThatHeldSaysHowManyPredictionsDid() throws IOException {
        SimulatedRun.of("az-power-loss", runs);

        RunRow row = only();

        assertThat(row.verdict()).isEqualTo(RunVerdict.HELD);
        assertThat(row.line()).isEqualTo("10 of 10 predictions held");
    }

    @ParameterizedTest
    @CsvSource({"0,HELD", "1,FAILED", "3,BROKEN", "4,UNKNOWN", "5,NOT_STARTED", "6,STOPPED", "7,FAULT_NOT_GONE",
            "99,UNKNOWN"})
    void theExitCodeGivesTheVerdict(int code, RunVerdict verdict) throws IOException {
        new RunFixture(runs, NAME).started("x").ended(code, "why");

        assertThat(only().verdict()).isEqualTo(verdict);
    }

    @Test
    void aRunThatDidNotBeginSaysWhy() throws IOException {
        new RunFixture(runs, NAME).started("x").ended(5, "no steady state within 90 s");

        assertThat(only().line()).isEqualTo("no steady state within 90 s");
    }

    @Test
    void aStopConditionIsNamedWithItsTime() throws IOException {
        RunFixture run = new RunFixture(runs, NAME).started("x").injected();
        for (int second = 0; second < 15; second++) {
            run.second(120, 40, 12);
        }
        run.add(new Event.StopConditionMet("availability < 50 %", "33.3 %")).ended(6, "stop condition met");

        assertThat(only().line()).isEqualTo("stop condition met after 15 s");
    }

    @Test
    void whoStoppedIsNamed() throws IOException {
        new RunFixture(runs, NAME).started("x").add(new Event.StopRequested("Ctrl-C", "")).ended(6, "stopped");

        assertThat(only().line()).isEqualTo("stopped by Ctrl-C before the first fault");
    }

    @Test
    void aRunWhoseControllerLivesIsPlayingNow() throws IOException {
        new RunFixture(runs, NAME).started("x").injected().second(120, 80, 3).playedBy(RunFixture.living());

        RunRow row = only();

        assertThat(row.playing()).isTrue();
        assertThat(row.line()).isEqualTo("3 of 40 hurt so far");
    }

    @Test
    void aControllerShowsUpBeforeItsJournalDoes() throws IOException {
        RunFixture run = new RunFixture(runs, NAME).playedBy(RunFixture.living());
        Files.delete(run.journal());

        assertThat(only().playing()).isTrue();
        assertThat(only().line()).isEqualTo("nothing is journalled yet");
    }

    @Test
    void aRunWhoseControllerIsGoneWasInterrupted() throws IOException {
        new RunFixture(runs, NAME).started("x").injected().second(120, 80, 3).second(120, 80, 3).raw("{\"seq\":5,\"a")
                .playedBy(RunFixture.gone());

        RunRow row = only();

        assertThat(row.verdict()).isEqualTo(RunVerdict.INTERRUPTED);
        assertThat(row.line()).isEqualTo("cut off after 2 s");
        assertThat(row.detail()).contains("its last line is cut off");
    }

    @Test
    void aRunThatEndedIsNotPlayingWhateverIsLeftInItsFolder() throws IOException {
        new RunFixture(runs, NAME).started("x").ended(0, "held").playedBy(RunFixture.living());

        assertThat(only().verdict()).isEqualTo(RunVerdict.HELD);
    }

    @Test
    void anEndpointFileThatIsNoneDoesNotHideTheRun() throws IOException {
        RunFixture run = new RunFixture(runs, NAME).started("x");
        Files.writeString(run.folder.resolve("endpoint.json"), "nonsense");

        assertThat(only().verdict()).isEqualTo(RunVerdict.INTERRUPTED);
    }

    @Test
    void aGarbledJournalNamesTheLine() throws IOException {
        new RunFixture(runs, NAME).started("x").raw("nonsense\n").injected();

        RunRow row = only();

        assertThat(row.verdict()).isEqualTo(RunVerdict.UNREADABLE);
        assertThat(row.experiment()).isEqualTo("x");
        assertThat(row.line()).isEqualTo("line 2 of its journal is no entry");
    }

    @Test
    void anEmptyJournalIsSaidToBeEmpty() throws IOException {
        new RunFixture(runs, NAME);

        RunRow row = only();

        assertThat(row.experiment()).isEqualTo(NAME);
        assertThat(row.line()).isEqualTo("nothing was journalled");
    }

    @Test
    void binaryRubbishIsNoReasonToFail() throws IOException {
        RunFixture run = new RunFixture(runs, NAME);
        byte[] rubbish = new byte[JournalLines.LONGEST + 100];
        Arrays.fill(rubbish, (byte) 0xFE);
        Files.write(run.journal(), rubbish);

        assertThat(only().verdict()).isEqualTo(RunVerdict.UNREADABLE);
        assertThat(only().line()).isEqualTo("its journal cannot be read");
    }

    @Test
    void onlyTheNewestAreReadAndTheOthersCounted() throws IOException {
        for (int day = 10; day < 30; day++) {
            new RunFixture(runs, "2026-01-" + day + "T00-00-00Z-x").started("x").ended(0, "");
        }

        RunFolders.Found found = new RunFolders(List.of(runs)).newest(3);

        assertThat(found.all()).isEqualTo(20);
        assertThat(found.rows()).extracting(RunRow::began).containsExactly(Instant.parse("2026-01-29T00:00:00Z"),
                Instant.parse("2026-01-28T00:00:00Z"), Instant.parse("2026-01-27T00:00:00Z"));
    }

    @Test
    void whatIsAddedToAJournalIsReadOnItsOwn() throws IOException {
        RunFixture run = new RunFixture(runs, NAME).started("x").raw("{\"seq\":2,");
        RunFolders folders = new RunFolders(List.of(runs));
        assertThat(folders.newest(50).rows().getFirst().line()).isEqualTo("cut off before the first fault");

        Files.writeString(run.journal(), Files.readString(run.journal()).replace("{\"seq\":2,", ""));
        run.injected().ended(0, "");

        assertThat(folders.newest(50).rows().getFirst().verdict()).isEqualTo(RunVerdict.HELD);
    }

    @Test
    void foldersOfAnotherKindAreNoRuns() throws IOException {
        Files.createDirectories(runs.resolve("notes"));
        Files.writeString(runs.resolve("file"), "");

        assertThat(new RunFolders(List.of(runs, runs.resolve("missing"))).newest(50))
                .isEqualTo(new RunFolders.Found(List.of(), 0));
    }
}
