package io.gameday.console.debrief;

import io.gameday.console.debrief.PageSource.PageImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CoeViewModelTest {

    @TempDir
    private Path run;
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> drawn = new ArrayList<>();
    private final CoeViewModel coe = new CoeViewModel(Runnable::run, work::add, new PageSource() {
        @Override
        public int pages(Path document) {
            return 20;
        }

        @Override
        public PageImage render(Path document, int page, int width) {
            drawn.add(page + "@" + width);
            return new PageImage(1, 1, new int[]{page});
        }
    }, RunDocuments.ofReports(() -> Instant.EPOCH));

    @BeforeEach
    void aDocumentOfTwentyPages() throws IOException {
        Files.writeString(run.resolve("coe.pdf"), "pages");
        coe.open(run, false);
        work();
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @Test
    void turnsPagesAndStopsAtBothEnds() {
        coe.previous();
        assertThat(coe.pageProperty().get()).isZero();
        coe.next();
        work();
        assertThat(coe.imageProperty().get().argb()).containsExactly(1);
        for (int i = 0; i < 30; i++) {
            coe.next();
        }
        work();
        assertThat(coe.pageProperty().get()).isEqualTo(19);
        assertThat(coe.imageProperty().get().argb()).containsExactly(19);
    }

    @Test
    void drawsOnePageAtATimeAndLeavesOutWhatNobodyLooksAtAnyMore() {
        drawn.clear();
        for (int i = 0; i < 10; i++) {
            coe.next();
        }
        assertThat(work).hasSize(1);
        work();
        assertThat(drawn).containsExactly("1@320", "10@320");
    }

    @Test
    void keepsAFewPagesOnly() {
        for (int i = 0; i < 19; i++) {
            coe.next();
            work();
        }
        assertThat(coe.keptPages()).isEqualTo(6);
        drawn.clear();
        coe.previous();
        work();
        assertThat(drawn).as("kept").isEmpty();
    }

    @Test
    void zoomHasAnEnd() {
        coe.setWidth(1_000_000);
        assertThat(coe.width()).isEqualTo(2400);
        coe.setWidth(1);
        assertThat(coe.width()).isEqualTo(280);
    }

    @Test
    void aRunThatIsBeingPlayedSaysWhenItsDocumentComes() throws IOException {
        Files.delete(run.resolve("coe.pdf"));
        coe.open(run, true);
        work();
        assertThat(coe.sentenceProperty().get()).isEqualTo("coe.pdf is written when the run has ended.");
        assertThat(coe.canTryAgainProperty().get()).isFalse();
    }
}
