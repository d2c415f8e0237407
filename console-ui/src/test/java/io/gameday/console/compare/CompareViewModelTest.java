package io.gameday.console.compare;

import io.gameday.console.SimulatedRun;
import io.gameday.journal.Verdict;
import io.gameday.report.history.PastRun;
import io.gameday.report.history.TwoRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CompareViewModelTest {

    @TempDir
    static Path runs;

    private static Path unscaled;
    private static Path scaled;

    private final CompareViewModel model = new CompareViewModel(runs, Runnable::run, Runnable::run);

    @BeforeAll
    static void playBeforeAndAfterTheFix() throws IOException {
        unscaled = SimulatedRun.of("az-power-loss-unscaled", runs);
        scaled = SimulatedRun.of("az-power-loss", runs);
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    @Test
    void aRunIsOpenedAsTheOneAfter() {
        model.open(unscaled);

        assertThat(model.saidProperty().get()).isEmpty();
        assertThat(model.experimentProperty().get()).isEqualTo("az-power-loss-unscaled");
        assertThat(model.afterProperty().get()).extracting(PastRun::name).isEqualTo(name(unscaled));
        assertThat(model.beforeProperty().get()).isNull();
        assertThat(model.twoProperty().get()).isNull();
    }

    @Test
    void theRunsOfAnotherExperimentMayBeTheOnesBeforeTheFix() {
        model.open(scaled);
        model.besideProperty().set("az-power-loss-unscaled");

        TwoRuns two = Objects.requireNonNull(model.twoProperty().get());
        assertThat(two.before().name()).isEqualTo(name(unscaled));
        assertThat(two.after().name()).isEqualTo(name(scaled));
        assertThat(two.predictions())
                .anyMatch(each -> each.before() == Verdict.BROKEN && each.after() == Verdict.HELD && each.differs());
        assertThat(two.notes()).anyMatch(note -> note.contains("headroom 100 %"));
        assertThat(Objects.requireNonNull(model.historyProperty().get()).title())
                .isEqualTo("az-power-loss-unscaled → az-power-loss");
    }

    @Test
    void anotherExperimentIsShownWithoutTheRunsOfTheOneBefore() {
        model.open(scaled);
        model.besideProperty().set("az-power-loss-unscaled");

        model.experimentProperty().set("az-power-loss-unscaled");

        assertThat(model.besideProperty().get()).isNull();
        assertThat(model.runsProperty().get()).extracting(PastRun::name).containsExactly(name(unscaled));
    }

    @Test
    void aRunIsNotComparedWithItself() {
        model.open(scaled);

        model.beforeProperty().set(model.afterProperty().get());

        assertThat(model.twoProperty().get()).isNull();
    }

    @Test
    void whatIsChosenStaysChosenWhenTheFolderIsReadAgain() {
        model.open(scaled);
        model.besideProperty().set("az-power-loss-unscaled");

        model.refresh();

        assertThat(model.besideProperty().get()).isEqualTo("az-power-loss-unscaled");
        assertThat(model.twoProperty().get()).isNotNull();
    }

    @Test
    void withoutARunItIsSaidWhatToDo(@TempDir Path empty) throws IOException {
        CompareViewModel none = new CompareViewModel(empty.resolve("not-there"), Runnable::run, Runnable::run);
        none.open(null);
        assertThat(none.saidProperty().get()).contains("Play an experiment twice");

        Path file = Files.writeString(empty.resolve("file"), "");
        CompareViewModel wrong = new CompareViewModel(file, Runnable::run, Runnable::run);
        wrong.open(null);
        assertThat(wrong.saidProperty().get()).contains("Play an experiment twice");
    }
}
