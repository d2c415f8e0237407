package io.gameday.report.batch;

import io.gameday.report.JournalBuilder;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What a build shows of several runs.
class BatchTest {

    private static final BatchRun HELD = run("ahead", 0,
            Scorecard.of(new RunFacts(JournalBuilder.held().entries()), true, false, () -> null));
    private static final BatchRun BROKEN = run("unscaled", 3,
            Scorecard.of(new RunFacts(JournalBuilder.unscaled().entries()), true, false, () -> null));
    private static final BatchRun NOT_PLAYED = new BatchRun("odd", "days/100%, odd: it|.yaml", 5, null, null,
            "another run is playing\nits folder is <runs>");

    private static BatchRun run(String name, int code, Scorecard card) {
        return new BatchRun(name, "days/" + name + ".yaml", code, Path.of("ci", "runs", name), card, "");
    }

    @Test
    void oneJunitFileHasASuiteOfEachRunAndWhatWasNotPlayedIsAnError() throws Exception {
        Element all = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.write(List.of(HELD, BROKEN, NOT_PLAYED)))))
                .getDocumentElement();
        assertThat(all.getTagName()).isEqualTo("testsuites");
        var suites = all.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(3);
        assertThat(((Element) suites.item(0)).getAttribute("failures")).isEqualTo("0");
        assertThat(((Element) suites.item(0)).getAttribute("errors")).isEqualTo("0");
        assertThat(Integer.parseInt(((Element) suites.item(1)).getAttribute("failures"))).isPositive();
        Element last = (Element) suites.item(2);
        assertThat(last.getAttribute("errors")).isEqualTo("1");
        assertThat(last.getElementsByTagName("error").item(0).getTextContent()).isEqualTo(NOT_PLAYED.why());
        assertThat(all.getAttribute("tests"))
                .isEqualTo(String.valueOf(all.getElementsByTagName("testcase").getLength()));
        assertThat(all.getAttribute("failures"))
                .isEqualTo(String.valueOf(all.getElementsByTagName("failure").getLength()));
        assertThat(all.getAttribute("errors")).isEqualTo("1");
    }

    @Test
    void theSummaryHasARowOfEachRunAndSaysOfThoseThatDidNotHoldWhy() {
        String summary = JobSummary.markdown(List.of(HELD, BROKEN, NOT_PLAYED), Path.of("ci"));
        assertThat(summary).startsWith("## Gameday: 1 held, 1 broken, 1 not started\n").contains("| ✓ held | ahead | ",
                "| × broken | unscaled | ", "| ○ not started | odd | – | – |", "\n### unscaled: broken\n",
                "\n### odd: not started\n\nanother run is playing its folder is &lt;runs&gt;\n", "- `runs/ahead`\n")
                .doesNotContain("### ahead");
        assertThat(BROKEN.card()).isNotNull();
        assertThat(summary.lines().filter(line -> line.startsWith("- **broken** "))).hasSize((int) BROKEN.card()
                .predictions().stream().filter(p -> p.verdict() == io.gameday.journal.Verdict.BROKEN).count())
                .isNotEmpty();
    }

    @Test
    void aRunThatWasNotStartedGivesItsReasonOnceAndNotForEachPrediction() {
        BatchRun refused = run("refused", 5, Objects.requireNonNull(BROKEN.card()));
        assertThat(Annotations.of(List.of(refused))).singleElement().asString().startsWith("::warning ");
        assertThat(JobSummary.markdown(List.of(refused), Path.of("ci"))).contains("### refused: not started")
                .doesNotContain("- **");
    }

    @Test
    void annotationsAreErrorsForWhatIsWrongWarningsForWhatIsNotKnownAndEscaped() {
        assertThat(Annotations.of(List.of(HELD))).isEmpty();
        assertThat(Annotations.of(List.of(BROKEN))).hasSizeGreaterThan(1)
                .allMatch(line -> line.startsWith("::error file=days/unscaled.yaml,title=unscaled%3A broken::")
                        || line.startsWith("::warning file=days/unscaled.yaml,"))
                .noneMatch(line -> line.contains("\n"));
        assertThat(Annotations.of(List.of(NOT_PLAYED))).containsExactly(
                "::warning file=days/100%25%2C odd%3A it|.yaml,title=odd%3A not started::another run is playing%0Aits "
                        + "folder is <runs>");
    }
}
