package io.gameday.console;

import io.gameday.console.text.Language;
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
    void theScaleIsRememberedBesideTheColoursAndOnlyWhenItIsOne() throws IOException {
        Path inside = state.resolve("scaled");
        new Settings(inside).rememberDark(true);
        assertThat(new Settings(inside).scale()).isEmpty();

        new Settings(inside).rememberScale(1.5);
        new Settings(inside).rememberScale(2);

        assertThat(new Settings(inside).scale()).contains(2.0);
        assertThat(new Settings(inside).dark()).isTrue();
        Files.writeString(new Settings(inside).file(), "scale = 30\n");
        assertThat(new Settings(inside).scale()).isEmpty();
    }

    @Test
    void aScaleThatIsNoneIsRefusedWithWhatIsAllowed() {
        assertThat(Launcher.noScale("huge")).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(2);
            assertThat(refusal.message()).isEqualTo("gameday console: --scale is 'huge'; allowed: 1 to 3, such as 1.5");
        });
        assertThat(Launcher.noScale("1.25")).isEmpty();
    }

    @Test
    void theLanguageIsRememberedAndOneThatIsNotSpokenIsRefused() throws IOException {
        Settings settings = new Settings(state.resolve("spoken"));
        assertThat(settings.language()).isEmpty();

        settings.rememberLanguage(Language.JAPANESE);

        assertThat(settings.language()).contains(Language.JAPANESE);
        assertThat(Launcher.noLanguage("ja")).isEmpty();
        assertThat(Launcher.noLanguage("fr"))
                .contains(new Launcher.Refusal(2, "gameday console: --language is 'fr'; allowed: en or ja"));
    }

    @Test
    void coloursAreRememberedAndLightAtFirst() throws IOException {
        Path inside = state.resolve("gameday");
        assertThat(new Settings(inside).dark()).isFalse();

        new Settings(inside).rememberDark(true);
        assertThat(new Settings(inside).dark()).isTrue();

        new Settings(inside).rememberDark(false);
        assertThat(new Settings(inside).dark()).isFalse();
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
