package io.gameday.report;

import io.gameday.journal.Event;
import io.gameday.report.Reports.Note;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The document for word processors, and letters that not every font has, in each format.
class DocxTest {

    private static final String JAPANESE = "決済が遅いと顧客から連絡。「注文できません」とのこと、約３分。";

    @TempDir
    Path folder;

    private static JournalBuilder noted(String text) {
        JournalBuilder journal = JournalBuilder.unscaled();
        journal.at(22, new Event.NoteTaken("オンコール", text));
        return journal;
    }

    private Reports report(JournalBuilder journal) throws IOException {
        return report(journal, "last");
    }

    /// For looking at: `-Dreports.keep=FOLDER`.
    private Reports report(JournalBuilder journal, String name) throws IOException {
        Reports reports = JournalBuilder.report(JournalBuilder.write(folder, journal.entries(), ""));
        String keep = System.getProperty("reports.keep");
        if (keep != null) {
            for (String file : List.of("coe.docx", "coe.pdf")) {
                Files.write(Path.of(keep, name + "-" + file), Files.readAllBytes(folder.resolve(file)));
            }
        }
        assertThat(reports.problems()).isEmpty();
        return reports;
    }

    private XWPFDocument opened() throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("coe.docx"))) {
            return new XWPFDocument(in);
        }
    }

    private static List<String> styled(XWPFDocument document, String style) {
        return document.getParagraphs().stream().filter(p -> Objects.equals(p.getStyle(), style))
                .map(XWPFParagraph::getText).toList();
    }

    @Test
    void itsHeadingsAreHeadingsAndItsContentsListThemInOrder() throws IOException {
        report(JournalBuilder.unscaled());
        try (XWPFDocument document = opened()) {
            assertThat(styled(document, "Title")).containsExactly(
                    "Orders: 19.4\u00a0% failed until the impact ended, for all 40 customers, when zone az1 lost its power");
            assertThat(styled(document, "Heading1")).containsExactly("1 Summary", "2 Impact", "3 Timeline", "4 Metrics",
                    "5 Questions", "6 Whys", "7 Lessons", "8 Action items", "A Appendix: faults, guards, response");
            assertThat(styled(document, "Heading2")).containsExactly("Durations", "Impact by cell", "Predictions",
                    "Predictions that held", "Customers against alarms and health checks, in seconds", "Receipt");

            List<String> headings = document.getParagraphs().stream()
                    .filter(p -> p.getStyle() != null && p.getStyle().startsWith("Heading"))
                    .map(p -> p.getStyle().substring(7) + p.getText()).toList();
            List<XWPFParagraph> entries = document.getParagraphs().stream()
                    .filter(p -> p.getStyle() != null && p.getStyle().matches("TOC[1-3]")).toList();
            assertThat(entries).extracting(p -> p.getStyle().substring(3) + p.getText())
                    .containsExactlyElementsOf(headings);
            assertThat(entries.getFirst().getCTP().xmlText()).contains("TOC \\o \"1-3\"");
            assertThat(entries).allSatisfy(entry -> {
                String anchor = entry.getCTP().getHyperlinkArray(0).getAnchor();
                assertThat(document.getParagraphs())
                        .filteredOn(p -> p.getCTP().sizeOfBookmarkStartArray() == 1
                                && p.getCTP().getBookmarkStartArray(0).getName().equals(anchor))
                        .singleElement().extracting(XWPFParagraph::getText).isEqualTo(entry.getText());
            });
        }
    }

    @Test
    void headerRowsComeAgainAndNoRowIsCut() throws IOException {
        report(JournalBuilder.unscaled());
        try (XWPFDocument document = opened()) {
            List<XWPFTable> data = document.getTables().stream().filter(t -> "data".equals(t.getStyleID())).toList();
            assertThat(data).hasSizeGreaterThan(10);
            assertThat(data.getFirst().getRow(0).isRepeatHeader()).isTrue();
            assertThat(data.getFirst().getRow(1).isRepeatHeader()).isFalse();
            assertThat(data.getFirst().getRow(0).getCell(1).getText()).isEqualTo("affected");
            assertThat(document.getTables()).allSatisfy(
                    table -> assertThat(table.getRows()).isNotEmpty().allMatch(XWPFTableRow::isCantSplitRow));
        }
    }

    @Test
    void everyFigureHasACaptionAndWordsForThoseWhoCannotSeeIt() throws IOException {
        report(JournalBuilder.unscaled());
        try (XWPFDocument document = opened()) {
            List<String> captions = styled(document, "Caption");
            assertThat(captions).hasSize(3).allMatch(caption -> caption.startsWith("Figure "));
            List<XWPFPicture> figures = document.getParagraphs().stream().flatMap(p -> p.getRuns().stream())
                    .flatMap(run -> run.getEmbeddedPictures().stream()).toList();
            assertThat(figures).hasSize(3).allMatch(figure -> figure.getWidth() == 510);
            assertThat(document.getParagraphs().stream().flatMap(p -> p.getRuns().stream())
                    .flatMap(run -> run.getCTR().getDrawingList().stream())
                    .map(drawing -> drawing.getInlineArray(0).getDocPr().getDescr()))
                    .containsExactlyElementsOf(captions);
        }
    }

    @Test
    void eachPageSaysWhereTheDocumentCameFrom() throws IOException {
        report(JournalBuilder.held());
        try (XWPFDocument document = opened()) {
            assertThat(document.getHeaderList()).singleElement().satisfies(header -> assertThat(header.getText())
                    .contains("Correction of errors · COE-20261119-140133").contains("SIMULATION · draft of"));
            assertThat(document.getFooterList()).singleElement()
                    .satisfies(footer -> assertThat(footer.getText()).contains("words by people are set in serif"));
            assertThat(document.getFooterList().getFirst()._getHdrFtr().xmlText()).contains(" PAGE ")
                    .contains(" NUMPAGES ");
        }
    }

    @Test
    void itsDatesAreThoseOfTheRun() throws IOException {
        report(JournalBuilder.unscaled());
        try (XWPFDocument document = opened()) {
            var about = document.getProperties().getCoreProperties();
            Instant made = about.getCreated().toInstant();
            assertThat(made).isBetween(Instant.parse("2026-11-19T14:02:05Z"), Instant.parse("2026-11-19T14:10:00Z"));
            assertThat(about.getModified()).isEqualTo(Date.from(made));
            assertThat(about.getSubject()).isEqualTo("EXPERIMENT COE-20261119-140133");
            assertThat(about.getUnderlyingProperties().getLanguageProperty()).hasValue("en-GB");
        }
    }

    @Test
    void whatPeopleWroteStandsInAnotherFace() throws IOException {
        report(noted(JAPANESE));
        try (XWPFDocument document = opened()) {
            List<XWPFRun> runs = document.getTables().stream().flatMap(t -> t.getRows().stream())
                    .flatMap(r -> r.getTableCells().stream()).flatMap(c -> c.getParagraphs().stream())
                    .flatMap(p -> p.getRuns().stream()).filter(run -> run.text().contains(JAPANESE)).toList();
            assertThat(runs).singleElement().extracting(XWPFRun::getStyle).isEqualTo("people");
            assertThat(document.getStyles().getStyle("people").getCTStyle().getRPr().getRFontsArray(0).getAscii())
                    .isEqualTo("Times New Roman");
        }
    }

    @Test
    void japaneseIsReadableInThePdfAndItsFontIsInside() throws IOException {
        assertThat(report(noted(JAPANESE), "japanese").notes()).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("coe.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains(JAPANESE).contains("オンコール");
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                fonts.addAll(StreamSupport.stream(page.getResources().getFontNames().spliterator(), false).map(name -> {
                    try {
                        return page.getResources().getFont(name);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }).toList());
            }
            assertThat(fonts).allMatch(PDFont::isEmbedded).anyMatch(font -> font.getName().contains("BIZUDPGothic"));
        }
    }

    @Test
    void aCharacterThatNoFontHasIsSaidAndNotAnEmptyBox() throws IOException {
        Reports reports = report(noted("rollback 🧨🧨 started, مرحبا to all"));

        assertThat(reports.notes()).containsExactly(new Note("coe.pdf",
                "no bundled font can draw all of “rollback ‹U+1F9E8 U+1F9E8› started, ‹U+0645 U+0631 U+062D U+0628 "
                        + "U+0627› to all”; the numbers of the missing characters stand in their place"));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("coe.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("rollback ‹U+1F9E8 U+1F9E8› started");
        }
        assertThat(Files.readString(folder.resolve("coe.html"))).contains("🧨🧨 started, مرحبا");
        try (XWPFDocument document = opened()) {
            assertThat(document.getDocument().xmlText()).contains("🧨🧨 started, مرحبا");
        }
    }

    @Test
    void aCellNamedInJapaneseStandsInEveryFormat() throws IOException {
        JournalBuilder journal = new JournalBuilder().at(-32, new Event.RunStarted("e", "ゾーン障害", "他のゾーンで足りる。",
                TargetKind.LOCAL, 7, "0.1.0", List.of("東京-1", "東京-2"), List.of("az1"), 100, 40, 120, "ゲームデイ担当", 1));
        journal.prepared();
        assertThat(report(journal, "cells").notes()).isEmpty();
        for (String file : List.of("coe.md", "coe.html")) {
            assertThat(Files.readString(folder.resolve(file))).contains("東京-1").contains("ゲームデイ担当")
                    .contains("他のゾーンで足りる。");
        }
        try (XWPFDocument document = opened(); PDDocument pdf = Loader.loadPDF(folder.resolve("coe.pdf").toFile())) {
            assertThat(document.getDocument().xmlText()).contains("東京-1").contains("ゲームデイ担当");
            assertThat(new PDFTextStripper().getText(pdf)).contains("東京-1").contains("ゲームデイ担当");
        }
    }

    @Test
    void aLineBreakAmongJapaneseWordsIsNoCharacterThatNoFontHas() throws IOException {
        JournalBuilder journal = new JournalBuilder().at(-32, new Event.RunStarted("e", "t", "他のゾーンで\n足りる。",
                TargetKind.LOCAL, 7, "0.1.0", List.of("a", "b"), List.of("az1"), 100, 40, 120, "owner", 1));
        journal.prepared();

        assertThat(report(journal).notes()).isEmpty();
    }

    @Test
    void aPictureThatCannotBeLetteredSaysSoToo() throws IOException {
        JournalBuilder journal = new JournalBuilder().at(-32, new Event.RunStarted("e", "t", "h", TargetKind.LOCAL, 7,
                "0.1.0", List.of("🧨", "b"), List.of("az1"), 100, 40, 120, "owner", 1));
        journal.prepared();

        assertThat(report(journal).notes()).extracting(Note::file).contains("coe.pdf", "coe.docx");
        assertThat(report(journal).notes()).filteredOn(note -> note.file().equals("coe.docx")).first()
                .extracting(Note::text).asString().contains("“‹U+1F9E8›”");
    }

    @Test
    void anElementThatDocxDoesNotKnowIsRefusedByNameAndTheOtherFormatsAreMade() throws IOException {
        assertThat(refusal("<html lang=\"en\"><body><div class=\"box\"><video>x</video></div></body></html>"))
                .contains("coe-docx.html").contains("<video> at html > body > div.box > video")
                .contains("no such element");
        assertThat(refusal("<html lang=\"en\"><body><p onclick=\"x\">x</p></body></html>")).contains("'onclick'")
                .contains("allowed: class");
        assertThat(refusal("<html lang=\"en\"><body><p><table><tr><td>x</td></tr></table></p></body></html>"))
                .contains("it cannot stand within a line");
        assertThat(refusal("<html lang=\"en\"><body><div style=\"float: left\">x</div></body></html>"))
                .contains("no style 'float: left'");
        assertThat(refusal("<html lang=\"en\"><body><p>x</body></html>")).contains("coe-docx.html")
                .contains("well-formed").contains("line 1");
    }

    private String refusal(String template) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("coe-docx.html"), template);
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");
        Reports reports = JournalBuilder.report(folder, own);
        assertThat(reports.problems()).extracting(Reports.Problem::file).containsExactly("coe.docx");
        assertThat(folder.resolve("coe.pdf")).exists();
        return reports.problems().getFirst().reason();
    }

    @Test
    void aTeamsOwnTemplateAndStylesChangeItWithoutJava() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("coe-docx.html"), """
                <html lang="ja-JP"><body><p class="loud">{{ coe.title }}</p>
                <p class="prose">Slow at first.
                  Then nobody could pay.</p>
                <table><tr><td style="padding-left: 14px">deeper</td></tr></table>
                <ul><li>one <b>two</b></li><li>three<ol><li>four</li></ol></li></ul></body></html>
                """);
        Files.writeString(own.resolve("coe-docx-styles.xml"), """
                <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
                <w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/></w:style></w:styles>
                """);
        JournalBuilder.write(folder, JournalBuilder.held().entries(), "");

        assertThat(JournalBuilder.report(folder, own).problems()).isEmpty();

        try (XWPFDocument document = opened()) {
            assertThat(styled(document, "Loud")).singleElement().asString().startsWith("Orders: 2.5");
            assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
                    .contains("Slow at first.\nThen nobody could pay.");
            assertThat(document.getTables().getFirst().getRow(0).getCell(0).getParagraphs().getFirst()
                    .getIndentationLeft()).isEqualTo(210);
            assertThat(document.getParagraphs()).filteredOn(p -> p.getNumID() != null)
                    .extracting(p -> p.getNumIlvl() + " " + p.getNumFmt() + " " + p.getText())
                    .containsExactly("0 bullet one two", "0 bullet three", "1 decimal four");
        }
    }
}
