package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.debrief.ExportViewModel.Format;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExportViewModelTest {

    @TempDir
    private Path place;
    private Path run;
    private final FakeDesk desk = new FakeDesk();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private ExportViewModel export;

    @BeforeEach
    void aRunFolderWithAReport() throws IOException {
        run = Files.createDirectory(place.resolve("2026-11-19T14-01-00Z-zone"));
        Files.writeString(run.resolve("coe.md"), "# What happened\n");
        export = export(ExportViewModel.atomic());
    }

    private ExportViewModel export(ExportViewModel.Saving saving) {
        ExportViewModel made = new ExportViewModel(Runnable::run, work::add, desk, saving,
                RunDocuments.ofReports(() -> Instant.EPOCH), () -> {
                });
        made.open(run, false);
        return made;
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @Test
    void savesWhereTheUserWantsItAndShowsTheFolder() {
        desk.chosen = place.resolve("ゾーン障害.md");
        export.export(Format.MARKDOWN);
        assertThat(export.readyProperty().get()).as("one at a time").isFalse();
        work();
        assertThat(desk.proposed).containsExactly("2026-11-19T14-01-00Z-zone-coe.md");
        assertThat(place.resolve("ゾーン障害.md")).hasContent("# What happened");
        assertThat(export.sentenceProperty().get()).startsWith("Saved " + desk.chosen);
        export.openFolder();
        assertThat(desk.opened).containsExactly(place);
    }

    @Test
    void nothingHappensWhenTheUserThinksBetterOfIt() {
        export.export(Format.MARKDOWN);
        assertThat(work).isEmpty();
        assertThat(export.readyProperty().get()).isTrue();
        assertThat(export.sentenceProperty().get()).isEmpty();
    }

    @Test
    void aFullDiskIsSaidWithTheNextStep() {
        export = export((file, content) -> {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        });
        desk.chosen = place.resolve("coe.md");
        export.export(Format.MARKDOWN);
        work();
        assertThat(export.stateProperty().get()).isEqualTo(State.ALARM);
        assertThat(export.sentenceProperty().get()).contains("disk").contains("is full").contains("Free some space");
        assertThat(export.savedProperty().get()).isNull();
        assertThat(export.readyProperty().get()).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsSaidAndNothingIsLeft() throws IOException {
        desk.chosen = place.resolve("no such folder").resolve("coe.md");
        export.export(Format.MARKDOWN);
        work();
        assertThat(export.sentenceProperty().get()).contains("there is no folder for")
                .contains("Choose one that exists");
        try (var files = Files.list(place)) {
            assertThat(files).containsExactly(run);
        }
    }

    @Test
    void whatCannotBeMadeSaysWhy() {
        desk.chosen = place.resolve("coe.pdf");
        export.export(Format.PDF);
        work();
        assertThat(export.stateProperty().get()).isEqualTo(State.ALARM);
        assertThat(export.sentenceProperty().get()).contains("coe.pdf was not saved").contains("without journal.jsonl");
        assertThat(place.resolve("coe.pdf")).doesNotExist();
    }

    @Test
    void aRunThatIsBeingPlayedHasNothingToSaveYet() {
        export.open(run, true);
        desk.chosen = place.resolve("coe.md");
        export.export(Format.MARKDOWN);
        assertThat(work).isEmpty();
        assertThat(export.sentenceProperty().get()).contains("when the run has ended");
    }
}
