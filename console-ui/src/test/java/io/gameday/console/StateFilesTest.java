package io.gameday.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StateFilesTest {

    @TempDir
    private Path state;

    @Test
    void coloursAreRememberedAndLightAtFirst() throws IOException {
        Path inside = state.resolve("gameday");
        assertThat(new ColourChoice(inside).dark()).isFalse();

        new ColourChoice(inside).remember(true);
        assertThat(new ColourChoice(inside).dark()).isTrue();

        new ColourChoice(inside).remember(false);
        assertThat(new ColourChoice(inside).dark()).isFalse();
    }

    @Test
    void aMistakeIsOneSentenceOnTheScreenAndItsDetailsAreInTheLog() throws IOException {
        List<String> said = new ArrayList<>();
        FailureLog log = new FailureLog(state, () -> Instant.EPOCH, Runnable::run, said::add);

        log.uncaughtException(Thread.currentThread(), new IllegalStateException("a defect"));

        assertThat(said).singleElement().asString().contains("console.log").doesNotContain("Exception");
        assertThat(Files.readString(state.resolve("console.log"))).startsWith("1970-01-01T00:00:00Z")
                .contains("IllegalStateException: a defect");
    }

    @Test
    void aMistakeInEveryFrameDoesNotFillTheDisk() throws IOException {
        FailureLog log = new FailureLog(state, () -> Instant.EPOCH, Runnable::run, _ -> {
        });

        for (int frame = 0; frame < 1000; frame++) {
            log.uncaughtException(Thread.currentThread(), new IllegalStateException("frame " + frame));
        }

        assertThat(Files.readString(state.resolve("console.log"))).contains("frame 19").doesNotContain("frame 20");
    }

    @Test
    void whetherARunHasEndedIsReadFromTheEndOfItsJournal() throws IOException {
        Path journal = SimulatedRun.of("az-power-loss-unscaled", state).resolve("journal.jsonl");
        assertThat(Opening.ended(journal)).isTrue();

        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 1));

        assertThat(Opening.ended(journal)).isFalse();
    }
}
