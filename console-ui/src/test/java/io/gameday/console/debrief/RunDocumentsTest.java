package io.gameday.console.debrief;

import io.gameday.console.SimulatedRun;
import io.gameday.console.control.State;
import io.gameday.console.debrief.ExportViewModel.Format;
import io.gameday.console.debrief.PageSource.PageImage;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What Debrief shows and hands out is what journal and words say now.
class RunDocumentsTest {

    private static final String TITLED = "coe: 1\ntitle: Orders failed in one cell\n";
    private static final String WRONG = "coe: 1\nstatus: open\nowners: me\n";

    @TempDir
    private static Path played;
    private static Path original;

    @TempDir
    private Path place;
    private Path run;
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final FakeDesk desk = new FakeDesk();
    private final List<String> drawn = new ArrayList<>();
    private final DebriefViewModel model = new DebriefViewModel(Runnable::run, Runnable::run, clock,
            new FakeNavigator(), desk, folder -> false, new PageSource() {
                @Override
                public int pages(Path document) throws IOException {
                    return new PdfPages().pages(document);
                }

                @Override
                public PageImage render(Path document, int page, int width) {
                    drawn.add(page + "@" + width);
                    return new PageImage(1, 1, new int[]{page});
                }
            }, ExportViewModel.atomic(), RunDocuments.ofReports(clock::now));

    @BeforeAll
    static void aGameDay() throws IOException {
        original = SimulatedRun.of("task-crash", played);
    }

    @BeforeEach
    void itsFolder() throws IOException {
        run = Files.createDirectory(place.resolve(original.getFileName()));
        try (var files = Files.list(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, run.resolve(file.getFileName()));
            }
        }
    }

    private void words(String text) throws IOException {
        Files.writeString(run.resolve("coe.yaml"), text);
    }

    private Path export(Format format) {
        Path to = place.resolve("exported " + format.file());
        desk.chosen = to;
        model.export().export(format);
        return to;
    }

    @Test
    void wordsThatWereWrittenBeforeTheRunWasOpenedAreInItsDocuments() throws IOException {
        words(TITLED);
        model.open(run);

        assertThat(run.resolve("coe.md")).content().contains("Orders failed in one cell");
        assertThat(export(Format.MARKDOWN)).content().contains("Orders failed in one cell");
    }

    @Test
    void openingARunWhoseDocumentsAreAsTheyShouldBeLeavesItsFolderAsItWas() throws IOException {
        List<Path> files;
        try (var all = Files.list(run)) {
            files = all.sorted().toList();
        }
        var old = FileTime.fromMillis(1000);
        for (Path file : files) {
            Files.setLastModifiedTime(file, old);
        }
        model.open(run);

        try (var all = Files.list(run)) {
            assertThat(all.sorted()).isEqualTo(files);
        }
        assertThat(files).allSatisfy(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(old));
    }

    @Test
    void anExportTellsOfWordsThatWereWrittenAMomentAgoAndThePagesFollow() throws IOException {
        model.open(run);
        int before = model.coe().madeProperty().get().number();
        words(TITLED);

        assertThat(export(Format.HTML)).content().contains("Orders failed in one cell");
        assertThat(model.coe().madeProperty().get().number()).isEqualTo(before + 1);
        assertThat(model.export().sentenceProperty().get()).startsWith("Saved ");
        export(Format.DOCX);
        assertThat(model.coe().madeProperty().get().number()).as("nothing changed").isEqualTo(before + 1);
    }

    @Test
    void wordsThatCannotBeReadHandOutNothingOfBefore() throws IOException {
        model.open(run);
        words(WRONG);

        assertThat(export(Format.PDF)).doesNotExist();
        assertThat(model.export().stateProperty().get()).isEqualTo(State.ALARM);
        assertThat(model.export().sentenceProperty().get()).contains("coe.pdf was not saved",
                "coe.yaml:2:9: status is 'open'", "(and 1 more)");
        assertThat(model.coe().pagesProperty().get()).isZero();
        assertThat(model.coe().imageProperty().get()).isNull();
        assertThat(model.coe().sentenceProperty().get()).contains("coe.yaml:2:9: status is 'open'");
        assertThat(export(Format.SCORECARD)).as("it has no words of people").exists();
        words(TITLED);
        assertThat(export(Format.PDF)).exists();
        assertThat(model.coe().pagesProperty().get()).isPositive();
    }

    @Test
    void whereThereAreActionsTheyAreOfferedToo() throws IOException {
        model.open(run);
        assertThat(model.export().formats()).extracting(Format::words).containsExactly("PDF", "DOCX", "HTML",
                "Markdown", "JSON", "Scorecard JSON", "JUnit XML");
        words(TITLED + "actions: [{ id: A1, title: Add an alarm }]\n");
        model.wordsChanged();
        clock.advance(Duration.ofSeconds(1));

        assertThat(model.export().formats()).contains(Format.ACTIONS);
        assertThat(export(Format.ACTIONS)).content().contains("Add an alarm");
        words(TITLED);
        model.wordsChanged();
        clock.advance(Duration.ofSeconds(1));
        assertThat(model.export().formats()).doesNotContain(Format.ACTIONS);
    }

    @Test
    void aFormatThatCannotBeMadeIsToldAndTheOthersAreHandedOut() throws IOException {
        Files.delete(run.resolve("coe.docx"));
        Files.createDirectories(run.resolve("coe.docx").resolve("in the way"));
        model.open(run);

        assertThat(model.export().stateProperty().get()).isEqualTo(State.BROKEN);
        assertThat(model.export().sentenceProperty().get()).startsWith("coe.docx could not be made: ");
        assertThat(export(Format.DOCX)).doesNotExist();
        assertThat(model.export().sentenceProperty().get()).startsWith("coe.docx was not saved");
        assertThat(export(Format.PDF)).exists();
        assertThat(model.coe().canTryAgainProperty().get()).isTrue();
        Files.delete(run.resolve("coe.docx").resolve("in the way"));
        Files.delete(run.resolve("coe.docx"));
        model.coe().tryAgain();
        assertThat(export(Format.DOCX)).exists();
    }

    @Test
    void charactersThatNoFontHasAreTold() throws IOException {
        words("coe: 1\ntitle: Orders failed \ud80c\udc00\n");
        model.open(run);

        assertThat(model.export().sentenceProperty().get()).contains("coe.pdf: no bundled font can draw all of");
        export(Format.PDF);
        assertThat(model.export().sentenceProperty().get()).startsWith("Saved ").contains("no bundled font");
        export(Format.MARKDOWN);
        assertThat(model.export().sentenceProperty().get()).startsWith("Saved ").doesNotContain("no bundled font");
    }

    @Test
    void thePageAndItsSizeStayWhenTheDocumentIsMadeAnew() throws IOException {
        model.open(run);
        model.coe().setWidth(900);
        model.coe().next();
        drawn.clear();
        words(TITLED);
        model.wordsChanged();
        clock.advance(Duration.ofSeconds(1));

        assertThat(drawn).containsExactly("1@900");
        assertThat(model.coe().pageProperty().get()).isEqualTo(1);
        assertThat(model.coe().makingProperty().get()).isEmpty();
    }

    @Test
    void whatAnEditorOutsideWritesIsNoticedWhileTheScreenIsShown() throws IOException {
        model.open(run);
        model.shown();
        words(WRONG);
        clock.advance(Duration.ofSeconds(3));
        assertThat(model.findings().lines()).extracting(FindingLine::where).first()
                .isEqualTo("coe.yaml, line 2, column 9");
        assertThat(model.coe().imageProperty().get()).isNull();
        words(TITLED);
        model.hidden();
        clock.advance(Duration.ofMinutes(1));
        assertThat(model.coe().imageProperty().get()).as("nobody looks").isNull();

        model.shown();
        clock.advance(Duration.ofSeconds(1));
        assertThat(model.coe().imageProperty().get()).isNotNull();
        assertThat(model.findings().countProperty().get().readable()).isTrue();
    }

    @Test
    void aMissingReportIsMadeFromTheJournal() throws IOException {
        Files.write(run.resolve("journal.jsonl"), Files.readAllLines(run.resolve("journal.jsonl")).subList(0, 60));
        Files.delete(run.resolve("coe.pdf"));
        model.open(run);
        assertThat(model.coe().pagesProperty().get()).isPositive();
        assertThat(run.resolve("coe.md")).content().contains("INTERRUPTED");
    }

    @Test
    void aDamagedDocumentIsMadeAgain() throws IOException {
        Files.writeString(run.resolve("coe.pdf"), "not a PDF");
        model.open(run);
        assertThat(model.coe().pagesProperty().get()).isPositive();
    }

    @Test
    void withoutAJournalWhatLiesThereIsHandedOutAndSaidToBeOld() throws IOException {
        Files.delete(run.resolve("journal.jsonl"));
        model.open(run);

        assertThat(model.coe().pagesProperty().get()).isPositive();
        export(Format.PDF);
        assertThat(model.export().sentenceProperty().get()).startsWith("Saved ")
                .contains("There is no journal.jsonl: the documents are those of before");
    }
}
