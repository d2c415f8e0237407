package io.gameday.cli;

import io.gameday.report.RunReport;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.lint.Finding;
import io.gameday.report.lint.Lexicon;
import io.gameday.report.lint.Linter;
import io.gameday.report.lint.Subject;
import io.gameday.report.words.CoeFileReader;
import io.gameday.report.words.CoeFileReader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The COE in `docs/example-coe`, filled in as a team would, beside the journal of the run that it is about.
class ExampleCoeTest {

    private static final LocalDate WRITTEN = LocalDate.parse("2026-11-22");
    private static final Pattern DUE = Pattern.compile("(?<=due: )\\d{4}-\\d\\d-\\d\\d");

    @TempDir
    private static Path folder;
    private static Path run = Path.of("");

    @BeforeAll
    static void theRunIsPlayedAgain() throws IOException {
        Printed.of("run", "az-power-loss-unscaled", "--on", "simulated", "--seed", "12", "--out", folder.toString());
        try (Stream<Path> runs = Files.list(folder)) {
            run = runs.findFirst().orElseThrow();
        }
    }

    @AfterAll
    static void nothingElseWasMade() throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            assertThat(runs).containsExactly(run);
        }
    }

    private static String words() throws IOException {
        return Files.readString(Repository.root().resolve("docs/example-coe/coe.yaml"));
    }

    private static List<Finding> lint(String words) throws IOException {
        Reading read = CoeFileReader.read("coe.yaml", words);
        assertThat(read.problems()).isEmpty();
        CoeDocument facts = RunReport.document(run);
        return new Linter(Lexicon.read(null).lexicon().orElseThrow())
                .lint(new Subject(read.file().orElseThrow(), read.lines(), facts, null, WRITTEN, List.of())).findings();
    }

    /// As many days ahead of today as they were on the day of writing.
    private static String dated(String words) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return DUE.matcher(words).replaceAll(
                due -> LocalDate.parse(due.group()).plusDays(today.toEpochDay() - WRITTEN.toEpochDay()).toString());
    }

    @Test
    void itLintsCleanAndItsDocumentsContradictNothing() throws IOException {
        Files.writeString(run.resolve("coe.yaml"), dated(words()));

        Printed.Said made = Printed.of("report", run.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).doesNotContain("no bundled font");
        assertThat(Files.readString(run.resolve("coe.md"))).contains("Hold 150 % of the peak in both cells")
                .doesNotContain("differ:", "filled in by people");
        Printed.Said linted = Printed.of("lint", run.toString());
        assertThat(linted.code()).as(linted.out()).isZero();
        assertThat(linted.out()).startsWith("✓ CLEAN")
                .contains("0 errors, 0 warnings, 0 for information, 0 accepted; status: in-review");
    }

    @Test
    void theExportBesideItIsWhatTheRunAndTheseWordsMake() throws IOException {
        Files.writeString(run.resolve("coe.yaml"), words());
        Printed.of("report", run.toString());

        assertThat(sameAnyDay(Files.readString(run.resolve("coe.md"))))
                .isEqualTo(sameAnyDay(Files.readString(Repository.root().resolve("docs/example-coe/coe.md"))));
    }

    /// Without what depends on the version of Gameday that played the run.
    private static String sameAnyDay(String document) {
        return document.replaceAll("Gameday (not packaged|[0-9][^ ]*)\\. ", "").replaceAll("[0-9a-f]{64}", "sha256");
    }

    /// Each fault alone, and every finding that it has.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "owner: capacity lead                | owner: capacity lead and on-call lead | COE-A03 actions[1].owner",
            "due: 2027-01-15                     | due: 2026-11-01       | COE-A04 actions[1].due",
            "Hold 150 % of                       | Be careful with       | COE-A05 actions[1].title",
            "addresses: [W8]                     | addresses: [W80]      | COE-W08 whys[8], COE-A06 actions[5].addresses",
            "40 of 40 customers (100 %)          | 39 of 40 customers (97.5 %) | COE-S03 summary",
            "40 of 40 customers (100 %) could    | 40 of 40 customers (90 %) could | COE-C03 summary",
            "role: on-call                       | role: ada@example.org | COE-C06 timeline[2].role",
            "at: 2026-01-01 00:00:26             | at: 2026-01-01 00:05:26 | COE-T07 timeline[2].at, COE-T03 timeline[3].at",
            "replacements find no free slot      | replacements unfortunately find no free slot | COE-T05 timeline[4].text",
            "evidence: [J-4]                     | evidence: []          | COE-W03 whys[4].confidence",
            "evidence: [J-4]                     | evidence: ['https://example.org/x'] | COE-M02 whys[4].evidence",
            "nothing checks that the zones that are left carry the peak | operator error | COE-W01 whys[4], COE-L01 whys[4].statement",
            "under: [W2]                         | under: [W20]          | COE-W09 whys[3].under, COE-W09 whys[4].under, COE-W09 whys[5].under, COE-W05 whys",
            "actions: [A5] }                     | actions: [] }         | COE-A02 lessons[3]",
            "halving: a canary every 100 ms      | halving: n/a          | COE-S01 answers.DET-3.halving",
            "couldNot: [place an order at the first try] | couldNot: [] | COE-S01 impact.couldNot",})
    void aPlantedFaultIsFoundAndNothingElse(String was, String is, String findings) throws IOException {
        String words = words();
        assertThat(words).contains(was);

        assertThat(lint(words.replace(was, is))).extracting(finding -> finding.rule() + " " + finding.place())
                .containsExactlyInAnyOrder(findings.split(", "));
    }
}
