package io.gameday.cli;

import io.gameday.agent.RunLock;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.engine.ExitCode;
import io.gameday.target.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What the commands say and return, in this process.
class CommandsTest {

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    @Test
    void listNamesEveryShippedExperimentAndItsTitleUnderItsTheme() {
        assertThat(Gameday.execute("list")).isZero();
        assertThat(printed.out().lines().filter(line -> line.startsWith("  "))).hasSameSizeAs(shipped())
                .anyMatch(line -> line.matches("  az-power-loss {2,}Lose one Availability Zone at peak"));
        assertThat(printed.out().lines().filter(line -> !line.startsWith(" ") && !line.isEmpty())).isSorted()
                .doesNotHaveDuplicates().contains("cells", "deployments", "gray", "zones");
        assertThat(printed.out()).containsSubsequence("\nlogs\n", "log-sink-stall-blocking ", "\nscale\n", "surge ",
                "\ntasks\n", "task-crash ");
    }

    @Test
    void listByTagHasThoseAloneAndAnUnknownOneIsToldWithThoseThereAre() {
        assertThat(Gameday.execute("list", "--tag", "A23")).isZero();
        assertThat(printed.out().lines().filter(line -> line.startsWith("  "))).hasSize(2)
                .allMatch(line -> line.contains("-dependency "));
        assertThat(Gameday.execute("list", "--tag", "moon")).isEqualTo(ExitCodes.USAGE);
        assertThat(printed.err()).contains("no experiment has the tag 'moon'; there are A1, ", "zones");
    }

    @Test
    void everyShippedExperimentHasAThemeAndTheRowOfTheFactsThatItShows() throws IOException {
        String facts = Files.readString(Repository.root().resolve("docs/facts.md"));
        for (Catalog.Found found : new Catalog(Repository.root()).valid(new Catalog(Repository.root()).names())) {
            List<String> tags = found.experiment().tags();
            assertThat(tags).as(found.file().toString()).isNotEmpty().anyMatch(tag -> tag.matches("[AB]\\d+"));
            assertThat(tags.getFirst()).as(found.file().toString()).matches("[a-z-]+");
            assertThat(tags.stream().filter(tag -> tag.matches("[AB]\\d+")))
                    .allSatisfy(tag -> assertThat(facts).contains("| " + tag + " |"));
        }
    }

    @Test
    void listAsJsonIsForPrograms() {
        assertThat(Gameday.execute("list", "--json")).isZero();
        assertThat(printed.out()).startsWith("[").contains("\"name\" : \"az-power-loss\"", "zone-power-loss zone az1");
    }

    @Test
    void checkTellsEveryProblemOfEveryFile() throws IOException {
        Path wrong = mistaken();
        assertThat(Gameday.execute("check", "nowhere.yaml", wrong.toString(), "task-crash")).isEqualTo(2);
        assertThat(printed.out()).isEqualTo("""
                nowhere.yaml:1:1: there is no file nowhere.yaml
                %1$s:21:15: steps[1].inject is 'zone-power-los'; did you mean 'zone-power-loss'?; allowed: %2$s
                %1$s:21:46: steps[1].at is '5'; allowed: a number with ms, s, m or h, such as 500ms, 40s or 2m
                ✓ task-crash: One task crashes
                3 problems
                """.formatted(wrong, String.join(", ", Fault.KINDS.stream().sorted().toList())));
    }

    @Test
    void checkAsJsonIsAListEvenWithoutProblems() {
        assertThat(Gameday.execute("check", "--json", "task-crash")).isZero();
        assertThat(printed.out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void anUnknownExperimentIsNamedWithTheNearestAndAllThereAre() {
        assertThat(Gameday.execute("run", "az-power-los")).isEqualTo(2);
        assertThat(printed.err())
                .isEqualTo("unknown experiment 'az-power-los'; did you mean " + "'az-power-loss'?; shipped: "
                        + String.join(", ", shipped()) + ". Or give a file such as " + "./mine.yaml\n");
    }

    private static List<String> shipped() {
        return new Catalog(Repository.root()).names();
    }

    @Test
    void aFolderIsNoExperiment() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine.yaml"));
        assertThat(Gameday.execute("check", mine.toString())).isEqualTo(2);
        assertThat(printed.out()).contains(mine + " is a folder; give the file of an experiment");
    }

    @Test
    void aFileThatIsNoTextIsNoExperiment() throws IOException {
        Path mine = Files.write(folder.resolve("mine.yaml"), new byte[]{(byte) 0xff, (byte) 0xfe, 0});
        assertThat(Gameday.execute("check", mine.toString())).isEqualTo(2);
        assertThat(printed.out()).contains("is not text in UTF-8");
    }

    @Test
    void aRunOfAMistakenFileMakesNoFolder() throws IOException {
        Path runs = folder.resolve("runs");
        assertThat(Gameday.execute("run", mistaken().toString(), "--on", "simulated", "--out", runs.toString()))
                .isEqualTo(2);
        assertThat(runs).doesNotExist();
    }

    @Test
    void aPlaceForRunsThatCannotBeMadeIsOneClearMessage() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThat(Gameday.execute("run", "az-power-loss", "--on", "simulated", "--out", file.toString())).isOne();
        assertThat(printed.err()).startsWith("gameday: The run folder " + file).contains("cannot be made")
                .endsWith("Give another place with --out DIR.\n").hasLineCount(1);
        assertThat(printed.out()).isEmpty();
    }

    @Test
    void ofSeveralRunsTheWorstCountsAndEachHasItsFolder() throws IOException {
        int code = Gameday.execute("run", "task-crash", "az-power-loss-unscaled", "task-crash", "--on", "simulated",
                "--out", folder.resolve("runs").toString());
        assertThat(code).isEqualTo(3);
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            assertThat(runs).hasSize(3);
        }
    }

    @Test
    void aRunBesideAnotherIsRefusedAndLeavesNoFolder() throws Exception {
        String realHome = System.setProperty("user.home", folder.toString());
        try (RunLock _ = RunLock.take(StateFolder.current(), "run-before", folder.resolve("run-before"))) {
            assertThat(Gameday.execute("run", "task-crash", "--out", folder.resolve("runs").toString())).isEqualTo(5);
        } finally {
            System.setProperty("user.home", realHome);
        }
        assertThat(printed.err()).startsWith("Run run-before is under way").contains("kill -INT");
        assertThat(folder.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void wordsOfPeopleThatCannotBeReadAreAMistakeOfTheFileAndToldByLine() throws IOException {
        assertThat(Gameday.execute("run", "task-crash", "--on", "simulated", "--out", folder.toString())).isZero();
        Path run;
        try (Stream<Path> runs = Files.list(folder)) {
            run = runs.findFirst().orElseThrow();
        }
        assertThat(run.resolve("coe.yaml")).content().contains("DET-1:");
        String before = Files.readString(run.resolve("coe.md"));
        Files.writeString(run.resolve("coe.yaml"), "coe: 1\nstatus: open\n");

        assertThat(Gameday.execute("report", run.toString())).isEqualTo(2);
        assertThat(printed.err()).contains("coe.yaml:2:9: status is 'open'")
                .contains("The COE was not made; an earlier one is as it was. Mend " + run.resolve("coe.yaml"));
        assertThat(run.resolve("coe.md")).hasContent(before);

        Files.writeString(run.resolve("coe.yaml"), "coe: 1\nsummary: It held.\n");
        assertThat(Gameday.execute("report", run.toString())).isZero();
        assertThat(run.resolve("coe.md")).content().contains("It held.");
    }

    @Test
    void documentsAreMadeInTheLanguageAskedForAndAnUnknownOneIsRefused() throws IOException {
        assertThat(Gameday.execute("run", "task-crash", "--on", "simulated", "--out", folder.toString())).isZero();
        Path run;
        try (Stream<Path> runs = Files.list(folder)) {
            run = runs.findFirst().orElseThrow();
        }
        assertThat(Gameday.execute("report", run.toString(), "--language", "ja")).isZero();
        assertThat(run.resolve("coe.md")).content().contains(" 秒");
        assertThat(Gameday.execute("report", run.toString(), "--language", "tlh")).isEqualTo(2);
        assertThat(printed.err()).contains("--language is 'tlh'; allowed: en, ja, or another");
    }

    @Test
    void schemasOfAllFilesArePrintedAndAnotherNameIsRefused() {
        for (String of : List.of("experiment", "coe", "coe-document")) {
            printed.reset();
            assertThat(Gameday.execute("schema", "--of", of)).isZero();
            assertThat(printed.out()).startsWith("{").contains("\"title\" : \"Gameday");
        }
        assertThat(Gameday.execute("schema", "--of", "run")).isEqualTo(2);
        assertThat(printed.err()).contains("--of is 'run'; allowed: coe, coe-document, experiment");
    }

    @Test
    void withoutACommandItSaysSo() {
        assertThat(Gameday.execute()).isEqualTo(2);
        assertThat(printed.err()).startsWith("gameday needs a command\n");
    }

    @ParameterizedTest
    @CsvSource({"HELD, UNKNOWN, UNKNOWN", "UNKNOWN, BROKEN, BROKEN", "BROKEN, STOPPED, STOPPED",
            "STOPPED, FAILED, FAILED", "FAILED, FAULT_NOT_GONE, FAULT_NOT_GONE", "HELD, NOT_STARTED, NOT_STARTED",
            "NOT_STARTED, BROKEN, BROKEN", "HELD, HELD, HELD"})
    void ofTwoExitCodesTheWorseCounts(ExitCode a, ExitCode b, ExitCode worse) {
        assertThat(List.of(ExitCodes.worse(a, b), ExitCodes.worse(b, a))).containsOnly(worse);
    }

    private Path mistaken() throws IOException {
        String good = Files.readString(Repository.root().resolve("experiments/catalog/az-power-loss.yaml"));
        return Files.writeString(folder.resolve("mistaken.yaml"),
                good.replace("inject: zone-power-loss", "inject: zone-power-los").replace("at: 5s", "at: 5"));
    }
}
