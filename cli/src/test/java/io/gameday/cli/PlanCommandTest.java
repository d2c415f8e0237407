package io.gameday.cli;

import io.gameday.report.export.ScorecardJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// `gameday plan` and `gameday report --document`, in this process.
class PlanCommandTest {

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    @Test
    void thePlanOfAShippedExperimentHasItsReachAndItsDay() throws IOException {
        assertThat(Repository.root().resolve("docs/plan.md")).content().contains("$ gameday plan az-power-loss --when "
                + "\"2026-12-03 14:00 Europe/Berlin\" --facilitator \"platform lead\"\n");
        assertThat(Gameday.execute("plan", "az-power-loss", "--out", folder.toString(), "--when",
                "2026-12-03 14:00 Europe/Berlin", "--facilitator", "platform lead")).isZero();
        Path plans = folder.resolve("az-power-loss");
        assertThat(printed.out().lines()).containsExactly(plans.resolve("plan.md").toString(),
                plans.resolve("plan.html").toString(), plans.resolve("plan.pdf").toString());
        assertThat(Files.readString(plans.resolve("plan.md"))).contains("Thursday 3 December 2026, 14:00 Europe/Berlin",
                "| zones: az1 | 1 | 3 | 1 |", "| tasks | 2 | 6 | no limit |", "| **Facilitator** | platform lead |",
                "with all of ours dead: the app's host, when the lease is not renewed or the time is over");
    }

    @Test
    void ofASystemOfOnesOwnTheFileAloneTellsTheReach() throws IOException {
        String guide = Files.readString(Repository.root().resolve("docs/your-system.md"));
        Path ours = Files.writeString(folder.resolve("ours.yaml"),
                guide.substring(guide.indexOf("```yaml\n") + 8, guide.indexOf("\n```\n")));
        assertThat(Gameday.execute("plan", ours.toString(), "--out", folder.toString())).isZero();
        assertThat(Files.readString(folder.resolve("ours/plan.md"))).contains("asked for GET /checkout",
                "| zones: az1 | 1 | 2 | 1 |", "with a Toxiproxy nobody, until the next agent or gameday recover",
                "its hash is approved for --unleashed");
    }

    @Test
    void theAudienceGetsAPaperOfItsOwnInTheSameFolder() throws IOException {
        assertThat(Gameday.execute("plan", "az-power-loss", "--out", folder.toString(), "--audience")).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("az-power-loss"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("audience.md",
                    "audience.html", "audience.pdf");
        }
        assertThat(Files.readString(folder.resolve("az-power-loss/audience.md"))).contains("was left out of this paper")
                .doesNotContain("az1", "power", "headroom", "Scaled ahead");
    }

    @Test
    void aBrokenTemplateCostsOnlyItsOwnFormat() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("audience.md"), "fine\n{{ audience.faults }}\n");
        assertThat(Gameday.execute("plan", "task-crash", "--out", folder.toString(), "--audience", "--templates",
                own.toString())).isOne();
        assertThat(printed.err()).contains("audience.md could not be made").contains("audience.md:2");
        assertThat(folder.resolve("task-crash/audience.pdf")).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2026-12-03 14:00|allowed: a day, a time and a zone, such as \"2026-12-03 14:00 Europe/Berlin\"",
            "2026-02-30 14:00 Europe/Berlin|allowed: a day, a time and a zone",
            "2026-12-03 14:00 Europe/Berln|allowed: a day, a time and a zone", "soon|--when is 'soon'; allowed",
            "2026-03-29 02:30 Europe/Berlin|and the clocks of Europe/Berlin leave that time out"})
    void aTimeThatIsNoneIsRefusedWithWhatIsAllowed(String when, String message) {
        assertThat(Gameday.execute("plan", "task-crash", "--out", folder.toString(), "--when", when)).isEqualTo(2);
        assertThat(printed.err()).contains(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCannotBePlannedLeavesNoFolder() {
        assertThat(Gameday.execute("plan", "az-power-los", "--out", folder.toString())).isEqualTo(2);
        assertThat(Gameday.execute("plan", "task-crash", "--out", folder.toString(), "--facilitator", "a",
                "--facilitator", "b", "--facilitator", "c")).isEqualTo(2);
        assertThat(printed.err()).contains("did you mean 'az-power-loss'?",
                "--facilitator is given 3 times; allowed: 2");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theScorecardOfARunIsADocumentAndAnUnknownOneIsNamedWithAllThereAre() throws IOException {
        Gameday.execute("run", "task-crash", "--on", "simulated", "--out", folder.toString());
        Path run;
        try (Stream<Path> runs = Files.list(folder)) {
            run = runs.findFirst().orElseThrow();
        }
        assertThat(Gameday.execute("report", run.toString(), "--document", "scorecard")).isZero();
        var card = ScorecardJson.read(Files.readString(run.resolve("scorecard.json")));
        assertThat(Files.readString(run.resolve("scorecard.md"))).contains("# " + card.experiment().title(),
                "> **SIMULATION**");
        assertThat(Gameday.execute("report", run.toString(), "--document", "scorcard")).isEqualTo(2);
        assertThat(printed.err())
                .contains("--document is 'scorcard'; did you mean 'scorecard'?; allowed: coe, coe-short, "
                        + "executive-summary, scorecard");
    }
}
