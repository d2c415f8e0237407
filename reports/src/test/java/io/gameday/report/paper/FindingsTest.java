package io.gameday.report.paper;

import io.gameday.journal.Event;
import io.gameday.report.Document;
import io.gameday.report.JournalBuilder;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The scorecard on one page.
class FindingsTest {

    @TempDir
    Path folder;

    private String markdown(JournalBuilder journal) throws IOException {
        JournalBuilder.write(folder, journal.entries(), "");
        Reports reports = RunReport.write(folder, run -> folder.resolve("state.jsonl"), JournalBuilder.ZERO, null,
                Document.SCORECARD);
        assertThat(reports.problems()).isEmpty();
        assertThat(reports.files()).containsExactlyElementsOf(
                List.of("scorecard.md", "scorecard.html", "scorecard.pdf").stream().map(folder::resolve).toList());
        return Files.readString(folder.resolve("scorecard.md"));
    }

    @Test
    void eachValueStandsRawBesideWhatWasPredictedOfIt() throws IOException {
        assertThat(markdown(JournalBuilder.unscaled())).contains("> **EXPERIMENT** Scorecard of ",
                "The run: **broken**. 2 of 7 predictions were broken.",
                "| Detect | tD − t0 | **3.1 s** | alarm zone-impact az1: ≤ 15 s, 3.1 s **held** |",
                "| Engage | tE − tA | **15.9 s** | page on-call: ≤ 20 s, 5.7 s **held** |",
                "| Diagnose |  | **not recorded** | none |",
                "| Mitigate | tM − t0 | **not while the fault lasted (&gt; 40.0 s)** | availability at least 99.9 %: "
                        + "≤ 30 s, not while the fault lasted **broken** |",
                "window 2, 14:02:15.0 to 14:02:49.0: no alarm", "| Abort | not fired |",
                "| customers | ≤ 2 of 40 | 40 of 40 |", "| Predictions | 5 of 7 came true, 2 did not, 0 not known |",
                "| State restored | **yes**: ").doesNotContain("total score").doesNotContain("Total");
    }

    @Test
    void itIsOnePage() throws IOException {
        markdown(JournalBuilder.unscaled());
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("scorecard.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isOne();
        }
    }

    @Test
    void anAbortIsToldWithHowLongItTook() throws IOException {
        JournalBuilder journal = JournalBuilder.unscaled();
        journal.at(39, new Event.StopConditionMet("availability < 50 % for 15 s", "33 %"));
        assertThat(markdown(journal)).contains(
                "| Abort | 14:02:44.3 stop condition: availability &lt; 50 % for 15 s, was 33 %; every fault taken away "
                        + "after 1.0 s |");
    }

    @Test
    void whatWasNotMeasuredIsNotRestored() throws IOException {
        assertThat(markdown(JournalBuilder.notStarted())).contains(
                "| State restored | **not known**: steady state " + "afterwards: not measured; no fault was injected |",
                "| Detected by | not known: customers were not " + "measured |",
                "| zones, of 3 | none | not measured |");
    }

    @Test
    void ofASimulationNobodyIsSaidToHaveDoneNothing() throws IOException {
        assertThat(markdown(JournalBuilder.held())).contains("> **SIMULATION**", "interventions: not known here");
    }

    @Test
    void theSameJournalGivesTheSameBytes() throws IOException {
        markdown(JournalBuilder.unscaled());
        byte[] first = Files.readAllBytes(folder.resolve("scorecard.pdf"));
        markdown(JournalBuilder.unscaled());
        assertThat(folder.resolve("scorecard.pdf")).hasBinaryContent(first);
    }
}
