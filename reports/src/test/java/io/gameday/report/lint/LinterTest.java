package io.gameday.report.lint;

import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.TemplateFiles;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LinterTest {

    private static final Lexicon WORDS = Lexicon.read(null).lexicon().orElseThrow();
    private static final CoeDocument HURT = Subjects.facts("hurt");
    private static final String TWO_OWNERS = "actions: [{ id: A1, title: Add an alarm, owner: Anna and Ben }]\n";

    private static Linting lint(String words) {
        return new Linter(WORDS).lint(Subjects.subject(HURT, words, null));
    }

    @Test
    void aWholeDocumentIsClean() throws IOException {
        assertThat(lint(resource("whole-en.yaml")).findings()).isEmpty();
    }

    @Test
    void aWholeDocumentInJapaneseIsClean() throws IOException {
        assertThat(lint(resource("whole-ja.yaml")).findings()).isEmpty();
    }

    /// Where a list of words would be wrong: parts of other words, processes that fail, what was taken back.
    @ParameterizedTest
    @ValueSource(strings = {"The new task failed to start.", "The router ignored a header that it did not know.",
            "Nobody failed to notice it.", "The queue of pending orders is bounded.",
            "Retries were rolled out by the job.", "予約できるもしくは契約できる", "約束を守る", "残る課題は根本原因の調べ方である", "ログを追って分かった"})
    void theseAreHarmless(String text) {
        Linting linting = lint("impact: { couldNot: ['" + text + "'] }\nlessons: [{ text: '" + text + "' }]\n");

        assertThat(linting.findings()).extracting(Finding::place).doesNotContain("lessons[1].text",
                "impact.couldNot[1]");
    }

    @Test
    void anAnswerThatDeniesAChangeAsksForNoLineOfTheTimeline() {
        for (String text : List.of("No release, and no maintenance.", "変更はなかった", "リリースはありませんでした")) {
            assertThat(lint("answers: { CHG-1: { text: '" + text + "' } }\n").findings()).extracting(Finding::rule)
                    .doesNotContain("COE-T06");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LinterTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsAcceptedDoesNotStandAndKeepsItsReason() {
        Linting linting = lint(
                TWO_OWNERS + "accepted: [{ rule: COE-A03, place: 'actions[1].owner', reason: shared }]\n");

        assertThat(linting.findings()).extracting(Finding::rule).doesNotContain("COE-A03", "COE-S07");
        assertThat(linting.accepted()).singleElement()
                .satisfies(let -> assertThat(let.by().reason()).isEqualTo("shared"));
    }

    @Test
    void anEntryWithoutAPlaceAcceptsAllOfItsRule() {
        assertThat(lint("accepted: [{ rule: COE-D04, reason: nobody had one }]\n").accepted()).hasSize(4);
    }

    @Test
    void anAcceptedRuleThatDoesNotExistIsSaid() {
        assertThat(lint("accepted: [{ rule: COE-Z99, reason: x }]\n").findings())
                .anySatisfy(finding -> assertThat(finding.reason()).isEqualTo("there is no rule 'COE-Z99'"));
    }

    @Test
    void findingsComeByWeightAndThenByLine() {
        assertThat(lint("status: in-review\n" + TWO_OWNERS)).satisfies(linting -> {
            assertThat(linting.findings()).extracting(Finding::severity).isSorted();
            assertThat(linting.of(Severity.ERROR)).extracting(Finding::line).isSorted().contains(3);
            assertThat(linting.reviewedTooSoon()).isTrue();
        });
    }

    @Test
    void aFileInWhichNobodyHasWrittenIsLintedAllTheSame() {
        assertThat(lint("").of(Severity.ERROR)).extracting(Finding::rule).contains("COE-S01", "COE-A01", "COE-A12");
    }

    @Test
    void programsGetEveryRuleAndEveryFindingAndWhatIsAccepted() {
        JsonNode sarif = JsonMapper.shared().readTree(LintingJson.sarif(
                lint(TWO_OWNERS + "accepted: [{ rule: COE-A03, reason: shared }]\n"), "runs/x/coe.yaml", "gameday 1"));
        JsonNode run = sarif.path("runs").path(0);

        assertThat(run.path("tool").path("driver").path("rules")).hasSize(Linter.rules().size());
        assertThat(run.path("results")).filteredOn(result -> result.path("ruleId").asString().equals("COE-A03"))
                .singleElement().satisfies(result -> {
                    assertThat(result.path("level").asString()).isEqualTo("error");
                    assertThat(result.path("suppressions").path(0).path("justification").asString())
                            .isEqualTo("shared");
                    assertThat(result.path("locations").path(0).path("physicalLocation").path("region")
                            .path("startLine").asInt()).isEqualTo(2);
                });
    }

    @Test
    void aTeamsOwnFileStandsInForOurs(@TempDir Path folder) throws IOException {
        String ours = new TemplateFiles(null).text("words-en.yaml");
        Files.writeString(folder.resolve("words-en.yaml"), ours.replace("blame: [failed to notice,", "blame: [oops,"));
        Lexicon own = Lexicon.read(folder).lexicon().orElseThrow();

        assertThat(new Linter(own).lint(Subjects.subject(HURT, "lessons: [{ text: oops }, { text: 見落とし }]", null))
                .findings()).filteredOn(finding -> finding.rule().equals("COE-L01")).hasSize(2);
    }

    @Test
    void aListThatIsMissingIsAProblemWithFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("words-ja.yaml"), "blame: [過失]\n");
        List<Problem> problems = Lexicon.read(folder).problems();

        assertThat(problems).hasSize(Vocabulary.values().length - 1).allSatisfy(
                problem -> assertThat(problem.file()).isEqualTo(folder.resolve("words-ja.yaml").toString()));
    }
}
