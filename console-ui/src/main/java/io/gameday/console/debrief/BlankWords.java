package io.gameday.console.debrief;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.text.Texts;
import io.gameday.journal.JournalFailure;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import io.gameday.report.words.CoeFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// The file for people to write in, where a run has none: it comes with the run's documents.
final class BlankWords {

    private BlankWords() {
    }

    /// @return what went wrong; empty when it is there
    static String made(Path runFolder) {
        try {
            Reports reports = RunReport.write(runFolder, StateFolder.current()::ledger, Instant.now());
            return Files.exists(runFolder.resolve(CoeFileReader.FILE))
                    ? ""
                    : Texts.of("words.make.failed",
                            reports.problems().stream().filter(problem -> problem.file().equals(CoeFileReader.FILE))
                                    .map(Reports.Problem::reason).findFirst().orElse(runFolder.toString()));
        } catch (JournalFailure unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }
}
