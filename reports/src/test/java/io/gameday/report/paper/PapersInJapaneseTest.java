package io.gameday.report.paper;

import io.gameday.report.Document;
import io.gameday.report.Formats;
import io.gameday.report.JournalBuilder;
import io.gameday.report.Papers;
import io.gameday.report.Reports;
import io.gameday.report.RunReport;
import io.gameday.report.export.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/// No sentence of ours stays in English; what people wrote does.
class PapersInJapaneseTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"COE_SHORT", "EXECUTIVE_SUMMARY", "SCORECARD"})
    void aDocumentOfARun(Document document) throws IOException {
        JournalBuilder.write(folder, JournalBuilder.unscaled().entries(), "");
        Reports reports = RunReport.write(folder, run -> folder.resolve("state.jsonl"), JournalBuilder.ZERO, null,
                document, "ja");
        assertThat(reports.problems()).isEmpty();
        assertThat(reports.notes()).isEmpty();
        assertThat(Files.readString(folder.resolve(document.word() + ".md"))).contains("実験")
                .doesNotContainPattern("\\b(the|was|were|of|not|with|nobody)\\b");
    }

    @Test
    void thePlanAndWhatItsAudienceGets() throws IOException {
        Wording japanese = Wording.read(null, "ja").wording().orElseThrow();
        Formats formats = new Formats(folder);
        Papers.write(Samples.plan(Samples.experiment(Samples.TWO)), formats, japanese);
        Papers.write(AudiencePlan.of(Samples.experiment(Samples.TWO), Samples.LIMITS, Occasion.OPEN), formats,
                japanese);
        assertThat(formats.problems()).isEmpty();
        assertThat(formats.notes()).isEmpty();
        assertThat(Files.readString(folder.resolve("plan.md"))).contains("Nobody has to act.", "実行表", "役割カード",
                "直後の振り返り");
        assertThat(Files.readString(folder.resolve("audience.md"))).contains("全員向け");
    }
}
