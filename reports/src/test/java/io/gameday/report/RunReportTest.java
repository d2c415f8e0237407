package io.gameday.report;

import io.gameday.journal.Entry;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.Verdict;
import io.gameday.report.Reports.Problem;
import io.gameday.report.export.ScorecardJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunReportTest {

    private static final List<String> FILES = List.of("scorecard.json", "junit.xml", "receipt.json", "coe.yaml",
            "coe.md", "coe.html", "coe.pdf", "coe.docx", "coe.json");
    private static final List<String> SECTIONS = List.of("1 Summary", "2 Impact", "3 Timeline", "4 Metrics",
            "Durations", "Predictions", "5 Questions", "6 Whys", "7 Lessons", "8 Action items", "A Appendix");

    @TempDir
    Path folder;

    /// Every way a run can end, with what its documents have to say of it.
    static Stream<Arguments> journals() {
        List<Entry> broken = JournalBuilder.unscaled().entries();
        String half = JournalFormat.write(broken.getLast()).substring(0, 40);
        return Stream.of(
                Arguments.of("broken", broken, "", Verdict.BROKEN,
                        "for all 40 customers, when zone az1 lost its power"),
                Arguments.of("held", JournalBuilder.held().entries(), "", Verdict.HELD, "3 of 40 customers"),
                Arguments.of("interrupted", JournalBuilder.unscaled().until(20), "", Verdict.UNKNOWN,
                        "INTERRUPTED: The journal ends at 14:02:25.0 UTC"),
                Arguments.of("torn", JournalBuilder.unscaled().until(20), half, Verdict.UNKNOWN,
                        "its last line was cut off"),
                Arguments.of("not started", JournalBuilder.notStarted().entries(), "", Verdict.UNKNOWN,
                        "Nothing was injected."),
                Arguments.of("without fault", JournalBuilder.withoutFault().entries(), "", Verdict.HELD,
                        "No fault was injected"),
                Arguments.of("killed at once", JournalBuilder.unscaled().until(-32), "", Verdict.UNKNOWN,
                        "INTERRUPTED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("journals")
    void everyJournalGivesEveryFormat(String name, List<Entry> entries, String torn, Verdict verdict, String said)
            throws IOException {
        Reports reports = JournalBuilder.report(JournalBuilder.write(folder, entries, torn));

        assertThat(reports.problems()).isEmpty();
        assertThat(reports.notes()).isEmpty();
        assertThat(reports.files()).containsExactlyElementsOf(FILES.stream().map(folder::resolve).toList());
        assertThat(reports.scorecard().outcome().verdict()).isEqualTo(verdict);
        String pdf = pdfText(folder.resolve("coe.pdf"));
        assertThat(pdf).contains(SECTIONS).contains(said);
        assertThat(plain(Files.readString(folder.resolve("coe.html")))).contains(said);
        assertThat(Files.readString(folder.resolve("coe.md"))).contains(said).contains("## 8 Action items");
        assertThat(ScorecardJson.read(Files.readString(folder.resolve("scorecard.json"))))
                .isEqualTo(reports.scorecard());
        keep(name);
    }

    @Test
    void whatTheAgentSawGoneAfterTheControllerWasKilledIsGone() throws IOException {
        List<Entry> entries = JournalBuilder.unscaled().until(20);
        JournalBuilder.write(folder, entries, "");
        assertThat(plain(html())).contains("NOT SEEN GONE");
        Files.writeString(folder.resolve("faults.jsonl"),
                """
                        {"at":"2026-11-19T14:02:26.000Z","run":"r","entry":{"type":"Reverting","id":"f1","why":"the controller is gone"}}
                        {"at":"2026-11-19T14:02:26.200Z","run":"r","entry":{"type":"ConfirmedGone","id":"f1","measure":"machine","value":"answers"}}
                        {"at":"2026-11-19T14:0""");

        assertThat(plain(html())).doesNotContain("NOT SEEN GONE").contains("the controller is gone")
                .contains("proved gone after 0.2 s").contains("INTERRUPTED: The journal ends at 14:02:25.0 UTC");
    }

    @Test
    void aFaultThatWentWithItsTargetIsGone() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.unscaled().until(20), "");
        Files.writeString(folder.resolve("faults.jsonl"),
                """
                        {"at":"2026-11-19T14:02:26.000Z","run":"r","entry":{"type":"GoneWithTarget","id":"f1","why":"nothing is left"}}
                        """);

        assertThat(plain(html())).doesNotContain("NOT SEEN GONE");
    }

    private String html() throws IOException {
        JournalBuilder.report(folder);
        return Files.readString(folder.resolve("coe.html"));
    }

    /// For looking at: `-Dreports.keep=FOLDER`.
    private void keep(String name) throws IOException {
        String keep = System.getProperty("reports.keep");
        if (keep != null) {
            for (String file : FILES) {
                Files.write(Path.of(keep, name.replace(' ', '-') + "-" + file),
                        Files.readAllBytes(folder.resolve(file)));
            }
        }
    }

    @Test
    void theSupportingPartFitsOnFourPagesAndCorrectionAndAppendixOnTwoMore() throws IOException {
        JournalBuilder.report(JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), ""));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("coe.pdf").toFile())) {
            int whys = 1;
            while (!pageText(pdf, whys).contains("6 Whys")) {
                whys++;
            }
            assertThat(whys).isBetween(2, 4);
            assertThat(pdf.getNumberOfPages()).isBetween(whys, 6);
            assertThat(pageText(pdf, 2)).contains("EXPERIMENT").contains("Correction of errors · COE-20261119-140133")
                    .contains("2 of " + pdf.getNumberOfPages()).contains("words by people are set in serif");
        }
    }

    @Test
    void filledInByPeopleTheSupportingPartStillFitsOnFourPages() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), "");
        Files.writeString(folder.resolve("coe.yaml"),
                CoeGuideTest.example().replace("2026-01-01 00:0", "2026-11-19 14:0"));
        JournalBuilder.report(folder);
        keep("filled");
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("coe.pdf").toFile())) {
            int questions = 1;
            while (!pageText(pdf, questions).contains("BLA-2")) {
                questions++;
            }
            assertThat(questions).isLessThanOrEqualTo(4);
            assertThat(pageText(pdf, questions + 1) + pageText(pdf, questions)).contains("6 Whys");
        }
    }

    @Test
    void theSameJournalGivesTheSameBytes() throws IOException {
        List<Entry> entries = JournalBuilder.unscaled().entries();
        Path first = JournalBuilder.write(folder.resolve("one"), entries, "");
        Path second = JournalBuilder.write(folder.resolve("two"), entries, "");
        JournalBuilder.report(first);
        JournalBuilder.report(second);
        for (String file : FILES) {
            assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    @Test
    void makingTheReportsAgainReplacesThemAndLeavesNothingElse() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");
        JournalBuilder.report(folder);
        JournalBuilder.report(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("journal.jsonl",
                    "scorecard.json", "junit.xml", "receipt.json", "coe.yaml", "coe.md", "coe.html", "coe.pdf",
                    "coe.docx", "coe.json");
        }
    }

    @Test
    void aFormatThatFailsDoesNotCostTheOthers() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("coe.md"), "{{ coe.nothingOfThatName }}");
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");

        Reports reports = JournalBuilder.report(folder, own);

        assertThat(reports.problems()).extracting(Problem::file).containsExactly("coe.md");
        assertThat(reports.problems().getFirst().reason()).contains("coe.md").contains("nothingOfThatName");
        assertThat(folder.resolve("coe.html")).exists();
        assertThat(folder.resolve("coe.pdf")).exists();
        assertThat(folder.resolve("coe.md")).doesNotExist();
    }

    @Test
    void aFileThatCannotBeReplacedIsToldAndTheOthersAreWritten() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");
        Files.createDirectories(folder.resolve("coe.html/in-the-way"));

        Reports reports = JournalBuilder.report(folder);

        assertThat(reports.problems()).extracting(Problem::file).containsExactly("coe.html");
        assertThat(folder.resolve("coe.pdf")).exists();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void madeAgainFromTheSameNothingInTheFolderIsTouched() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");
        Reports first = RunReport.renew(folder, run -> folder.resolve("none"), Instant.EPOCH);
        FileTime old = FileTime.fromMillis(1000);
        for (Path file : first.files()) {
            Files.setLastModifiedTime(file, old);
        }

        Reports second = RunReport.renew(folder, run -> folder.resolve("none"), Instant.EPOCH.plusSeconds(60));

        assertThat(first.files()).allSatisfy(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(old));
        assertThat(first.files()).extracting(Path::getFileName).extracting(Path::toString).containsAll(FILES);
        assertThat(second.files()).containsAll(
                Stream.of("coe.md", "coe.html", "coe.pdf", "coe.docx", "coe.json").map(folder::resolve).toList());
    }

    @Test
    void whatChangedIsMadeAnewAlone() throws IOException {
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");
        RunReport.renew(folder, run -> folder.resolve("none"), Instant.EPOCH);
        Files.writeString(folder.resolve("coe.yaml"), "coe: 1\ntitle: Another title\n");
        FileTime old = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(folder.resolve("coe.md"), old);
        Files.setLastModifiedTime(folder.resolve("junit.xml"), old);

        RunReport.renew(folder, run -> folder.resolve("none"), Instant.EPOCH);

        assertThat(folder.resolve("coe.md")).content().contains("Another title");
        assertThat(Files.getLastModifiedTime(folder.resolve("junit.xml"))).isEqualTo(old);
    }

    @Test
    void aTeamsOwnTemplateStandsInForOurs() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("coe.md"), "# {{ coe.title }} ({{ coe.scorecard.customers.hurtEver }} hurt)\n");
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");

        assertThat(JournalBuilder.report(folder, own).problems()).isEmpty();

        assertThat(folder.resolve("coe.md")).hasContent(
                "# Orders: 2.5 % failed until the impact ended, for 3 of 40 customers, when zone az1 lost its power (3 hurt)");
    }

    @Test
    void aJournalWithoutABeginningIsRefusedWithItsReason() throws IOException {
        JournalBuilder.write(folder, List.of(), "{\"seq\":1,");
        assertThatThrownBy(() -> JournalBuilder.report(folder)).isInstanceOf(JournalFailure.class)
                .hasMessageContaining("does not begin with RunStarted");
    }

    private static String pdfText(Path file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            return plain(new PDFTextStripper().getText(pdf));
        }
    }

    private static String pageText(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return plain(stripper.getText(pdf));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
}
