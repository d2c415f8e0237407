package io.gameday.report.brief;

import io.gameday.journal.Event;
import io.gameday.report.CoeGuideTest;
import io.gameday.report.Document;
import io.gameday.report.JournalBuilder;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import io.gameday.report.words.CoeFileReader;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The COE in short and the executive summary, as people get them.
class OnePageTest {

    @TempDir
    Path folder;

    private String made(Document document, JournalBuilder journal, String words) throws IOException {
        JournalBuilder.write(folder, journal.entries(), "");
        if (!words.isEmpty()) {
            Files.writeString(folder.resolve(CoeFileReader.FILE), words);
        }
        Reports reports = RunReport.write(folder, run -> folder.resolve("state.jsonl"), JournalBuilder.ZERO, null,
                document);
        assertThat(reports.problems()).isEmpty();
        assertThat(reports.unread()).isEmpty();
        assertThat(reports.notes()).isEmpty();
        assertThat(reports.files()).containsExactlyElementsOf(Stream.of(".pdf", ".md", ".html", ".docx")
                .map(ending -> folder.resolve(document.word() + ending)).toList());
        return Files.readString(folder.resolve(document.word() + ".md"));
    }

    private int pages(Document document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(document.word() + ".pdf").toFile())) {
            return pdf.getNumberOfPages();
        }
    }

    /// Of everything as much as anybody may write, in words that take most room.
    private static String crammed(String word) {
        String text = IntStream.range(0, 40).mapToObj(i -> word).collect(Collectors.joining(" "));
        StringBuilder yaml = new StringBuilder("coe: 1\ntitle: " + text + "\nowner: " + text + "\nsummary: " + text
                + " " + text + " " + text + "\nwhys:\n");
        IntStream.range(1, 30)
                .forEach(i -> yaml.append("  - { id: W" + i + ", under: [" + (i % 7 == 1 ? "impact" : "W" + (i - 1))
                        + "], kind: condition, statement: " + text + ", notAddressed: " + text
                        + ", flags: [contributor, risk] }\n"));
        yaml.append("lessons:\n");
        IntStream.range(1, 12).forEach(i -> yaml.append("  - { text: " + text + ", outcome: wrong }\n"));
        yaml.append("actions:\n");
        IntStream.range(1, 20).forEach(i -> yaml
                .append("  - { id: A" + i + ", title: " + text + ", owner: " + text + ", due: 2026-12-01 }\n"));
        yaml.append("timeline:\n");
        List.of("engaged", "mitigation-start", "mitigated", "recovered", "impact-end").forEach(kind -> yaml
                .append("  - { at: 2026-11-19T14:02:30Z, kind: " + kind + ", role: lead, text: " + text + " }\n"));
        return yaml.toString();
    }

    static Stream<Arguments> runs() throws IOException {
        return Stream.of(Document.COE_SHORT, Document.EXECUTIVE_SUMMARY)
                .flatMap(document -> Stream.of(Arguments.of(document, JournalBuilder.unscaled(), ""),
                        Arguments.of(document, JournalBuilder.notStarted(), ""),
                        Arguments.of(document, JournalBuilder.withoutFault(), ""),
                        Arguments.of(document, JournalBuilder.unscaled(), crammed("counterintelligence")),
                        Arguments.of(document, JournalBuilder.unscaled(), crammed("余裕が削られて復旧が遅れた"))));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void itIsOnePageWhateverPeopleWrote(Document document, JournalBuilder journal, String words) throws IOException {
        made(document, journal, words);
        assertThat(pages(document)).isOne();
    }

    @Test
    void theShortOneHasFourPartsAndMostOfItFromTheJournal() throws IOException {
        assertThat(made(Document.COE_SHORT, JournalBuilder.unscaled(), "")).startsWith("> **EXPERIMENT** The fault was")
                .contains("## 1. What happened", "40 of 40 customers (100 %) had orders without a useful answer",
                        "*To be filled in by people: what customers saw",
                        "| Customers with a failed order | 40 | 40 | 100 % |", "## 2. How we responded",
                        "| 14:02:05.3 | **Impact starts:**", "**Detected:** ", "Page to on-call: zone-impact az1",
                        "Page acknowledged", "detect **3.1 s** · engage **15.9 s**", "more in the COE", "## 3. Why",
                        "Drafts of the machine", "- *draft D1* ", "*To be filled in by people: why", "## 4. How to fix",
                        "*To be filled in by people: what will change");
    }

    @Test
    void thePathTheActionsAndEverybodysWordsStandInIt() throws IOException {
        assertThat(made(Document.COE_SHORT, JournalBuilder.unscaled(), CoeGuideTest.example())).contains(
                "# Orders failed for 39 of 40 customers when one of three zones lost its power",
                "Trigger: game day finding", "39 of 40 customers could not place some of their orders",
                "One path of 2: `W2` each task was asked for a third more orders than it holds **→ A1** ← `W3` ",
                "Contributed besides: `W1` ", "`W5` no panel shows spare capacity per zone (hypothesis) **→ A3**",
                "| **A1** | Hold 150 % of the peak in both cells | capacity lead | 2026-01-15 |",
                "| **A3** | Add a panel of spare capacity per zone | on-call lead | done |")
                .doesNotContain("draft D", "To be filled in");
    }

    @Test
    void whatIsLeftOutIsCounted() throws IOException {
        assertThat(made(Document.COE_SHORT, JournalBuilder.unscaled(), crammed("word")))
                .contains("(goes on in the COE)")
                .containsPattern("\\| \\*\\*A\\d\\*\\* .*\n\n… and \\d+ more in the COE");
    }

    @Test
    void theSummaryTellsCustomersLessonsThreeActionsAndTheRiskLeft() throws IOException {
        String actions = CoeGuideTest.example().replaceFirst("(?m)^related:", """
                  - { id: A4, title: Rehearse it each month, owner: team lead, priority: high }
                  - { id: A5, title: Draw the map anew, owner: team lead }
                related:""");
        assertThat(made(Document.EXECUTIVE_SUMMARY, JournalBuilder.unscaled(), actions)).contains(
                "> **EXPERIMENT** This was an exercise, on 19 November 2026, in a system built for it. No real customers",
                "What we broke on purpose: one of the 3 sites where the system runs lost its power.",
                "40 of 40 customers did not get everything they asked for: ", "Nothing was lost: all 10,200 orders",
                "An alarm told us after 3.1 s. For 34.0 s of it no alarm told anybody.",
                "Of 7 things that we had written down beforehand, 5 came true.",
                "- **A surprise:** health checks were green while customers failed",
                "1. Rehearse it each month – team lead, no date yet\n"
                        + "1. Hold 150 % of the peak in both cells – capacity lead, by 2026-01-15\n"
                        + "1. Refuse a headroom that two zones cannot carry – platform lead, by 2026-02-01\n",
                "1 more is planned: see the whole document. 1 more is done already.",
                "- nothing checks that the zones that are left carry the peak",
                "- Nothing will be done about: a cause that the figures suggest, W1 in the whole document – zones do lose",
                "The whole document is COE-20261119-140133").doesNotContain("Draw the map");
    }

    @Test
    void whatCameOtherwiseIsARiskUntilAnActionIsAboutIt() throws IOException {
        String broken = "It went otherwise than we expected, and no action is about that: how well customers are served; "
                + "how many customers are hit at most.";
        assertThat(made(Document.EXECUTIVE_SUMMARY, JournalBuilder.unscaled(), "")).contains(broken,
                "*To be filled in by people: what of this could happen again");
        assertThat(made(Document.EXECUTIVE_SUMMARY, JournalBuilder.unscaled(),
                "coe: 1\nactions: [ { id: A1, title: scale, provedBy: az-power-loss-unscaled } ]\n"))
                .doesNotContain("otherwise than we expected");
        assertThat(made(Document.EXECUTIVE_SUMMARY, JournalBuilder.unscaled(),
                "coe: 1\nactions: [ { id: A1, title: scale, provedBy: az-power-loss-unscaled, status: dropped } ]\n"))
                .contains(broken);
    }

    @Test
    void noFaultInARunIsTakenForWholeBeforeThatWasSeen() throws IOException {
        JournalBuilder cut = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();
        cut.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, JournalBuilder.seconds(40),
                JournalBuilder.seconds(8)));
        assertThat(made(Document.EXECUTIVE_SUMMARY, cut, "")).contains("**The exercise broke off.",
                "**It has not been proved that everything we broke is whole again.",
                "What customers saw was not measured, so it is not known whether any of them was hit.");
    }

    @ParameterizedTest
    @EnumSource(names = {"COE_SHORT", "EXECUTIVE_SUMMARY"})
    void theSameJournalAndWordsGiveTheSameBytes(Document document) throws IOException {
        made(document, JournalBuilder.unscaled(), "");
        byte[] first = Files.readAllBytes(folder.resolve(document.word() + ".pdf"));
        made(document, JournalBuilder.unscaled(), "");
        assertThat(folder.resolve(document.word() + ".pdf")).hasBinaryContent(first);
    }

    @Test
    void everyKindOfFaultHasWordsThatNeedNoGlossary() throws IOException {
        String words = Files.readString(Path.of("..", "coe-templates", "brief-words.html"));
        assertThat(Fault.KINDS).allSatisfy(kind -> assertThat(words).contains("kind == \"" + kind + "\""));
    }
}
