package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// `gameday run` of folders and tags, its artifacts, and what it would do, in this process on the simulated target.
class RunManyTest {

    @TempDir
    private Path here;
    @RegisterExtension
    private final Printed printed = new Printed();

    private Path days(String... names) throws IOException {
        Path days = Files.createDirectories(here.resolve("days"));
        for (String name : names) {
            Files.copy(Repository.root().resolve("experiments/catalog/" + name + ".yaml"),
                    days.resolve(name + ".yaml"));
        }
        Files.writeString(days.resolve("notes.txt"), "no experiment");
        Files.writeString(days.resolve("experiment.schema.json"), "{}");
        return days;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFolderIsPlayedFileByFileIntoOneFolderOfArtifactsAndTheWorstCounts() throws IOException {
        Path artifacts = here.resolve("ci");
        int code = Gameday.execute("run", days("az-power-loss", "az-power-loss-unscaled").toString(), "--on",
                "simulated", "--artifacts", artifacts.toString());

        assertThat(code).isEqualTo(3);
        assertThat(names(artifacts)).containsExactly("junit.xml", "runs", "summary.md");
        assertThat(names(artifacts.resolve("runs"))).hasSize(2);
        assertThat(Files.readString(artifacts.resolve("junit.xml"))).contains("<testsuite name=\"az-power-loss\"",
                "<testsuite name=\"az-power-loss-unscaled\"");
        assertThat(Files.readString(artifacts.resolve("summary.md"))).startsWith("## Gameday: 1 held, 1 broken\n")
                .contains("- `runs/");
    }

    @Test
    void aTagChoosesOfWhatIsGivenAndAnUnknownOneIsToldWithThoseThereAre() throws IOException {
        String days = days("az-power-loss", "surge").toString();
        assertThat(Gameday.execute("run", days, "--tag", "scale", "--tag", "none", "--dry-run")).isZero();
        assertThat(printed.out()).startsWith("surge: ").doesNotContain("az-power-loss: ");
        assertThat(Gameday.execute("run", days, "--tag", "moon", "--dry-run")).isEqualTo(ExitCodes.USAGE);
        assertThat(printed.err()).contains("no experiment has the tag 'moon'; there are ", "zones");
    }

    @Test
    void nothingGivenAFolderWithoutExperimentsAndTwoPlacesForRunsAreRefused() throws IOException {
        assertThat(Gameday.execute("run")).isEqualTo(ExitCodes.USAGE);
        assertThat(printed.err()).contains("no experiment is given; give names from `gameday list`");
        Path empty = Files.createDirectories(here.resolve("empty"));
        assertThat(Gameday.execute("run", empty.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(printed.err()).contains("the folder " + empty + " has no experiment file");
        assertThat(Gameday.execute("run", "az-power-loss", "--out", "a", "--artifacts", "b"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(printed.err()).contains("--artifacts and --out both say");
    }

    @Test
    void repeatedItIsPlayedAfterAControlWithoutFaultsAndToldAsOne() throws IOException {
        Path artifacts = here.resolve("ci");
        int code = Gameday.execute("run", days("az-power-loss-unscaled").toString(), "--on", "simulated", "--repeat",
                "2", "--artifacts", artifacts.toString());

        assertThat(printed.out())
                .contains("az-power-loss-unscaled, all runs\n  2 runs with the faults: broken, broken; "
                        + "control without them: held\n  × broken ");
        assertThat(code).isEqualTo(3);
        List<String> runs = names(artifacts.resolve("runs"));
        assertThat(runs).hasSize(3).filteredOn(run -> run.endsWith("-control")).singleElement()
                .satisfies(control -> assertThat(
                        Files.readString(artifacts.resolve("runs").resolve(control).resolve("journal.jsonl")))
                        .contains("nothing was done: this is a control run, without zone-power-loss az1")
                        .doesNotContain("FaultInjected"));
        assertThat(Files.readString(artifacts.resolve("junit.xml"))).containsOnlyOnce("<testsuite ")
                .contains("broken in 2 of 2");
    }

    @Test
    void aControlHoldsByItselfOfEveryShippedExperiment() throws IOException {
        for (String name : new Catalog(Repository.root()).names()) {
            Path file = Repository.root().resolve("experiments/catalog/" + name + ".yaml");
            Path control = Files.writeString(Files.createDirectories(here.resolve("controls")).resolve(name + ".yaml"),
                    "control: true\n" + Files.readString(file));
            assertThat(Gameday.execute("check", control.toString())).as(name).isZero();
        }
        assertThat(Gameday.execute("run", here.resolve("controls").toString(), "--tag", "zones", "--tag", "cells",
                "--on", "simulated", "--out", here.resolve("runs").toString())).isZero();
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndLeavesNothing() throws IOException {
        Path runs = here.resolve("runs");
        assertThat(Gameday.execute("run", "az-power-loss", "--dry-run", "--out", runs.toString())).isZero();
        assertThat(printed.out().lines())
                .contains("az-power-loss: Lose one Availability Zone at peak", "  customers   40, together 120/s",
                        "  steps       1", "    zone-power-loss az1, 5 s after the steady state, for 40 s",
                        "      reaches 2 tasks of cell-1, cell-2 in az1")
                .anyMatch(line -> line.startsWith("      ends by ") && line.endsWith("; by hand: gameday recover"))
                .anyMatch(line -> line.startsWith("    detect: ")).anyMatch(line -> line.startsWith("    respond: "));
        assertThat(names(here)).isEmpty();
    }

    @Test
    void aDryRunOfEveryShippedExperimentKnowsItsReach() {
        assertThat(Gameday.execute("run", Repository.root().resolve("experiments/catalog").toString(), "--dry-run",
                "--on", "simulated")).isZero();
        assertThat(printed.out()).doesNotContain("reach not known", "null");
    }
}
