package io.gameday.cli;

import io.gameday.report.actions.RegisterReader;
import io.gameday.report.actions.Registered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsCommandTest {

    private static final String COE = """
            # ours
            coe: 1
            actions:
              - id: A1
                title: Restart in place   # in under a second
                owner: Ada
                due: 2026-12-01
                provedBy: PROOF   # on the list
                # nothing more
            """;

    @TempDir
    private Path folder;
    @RegisterExtension
    private final Printed printed = new Printed();

    private String said() {
        return printed.out();
    }

    private String complained() {
        return printed.err();
    }

    private int actions(String... arguments) {
        return Gameday.execute(Stream.concat(Stream.of("actions"), Stream.of(arguments)).toArray(String[]::new));
    }

    private int verify(String... arguments) {
        return actions(Stream.concat(Stream.of("verify", "--runs", folder.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    /// A simulated run whose COE has an action.
    private Path origin(String proof) throws IOException {
        assertThat(Gameday.execute("run", "task-crash", "--on", "simulated", "--out", folder.toString())).isZero();
        Path run = runs().getFirst();
        Files.writeString(run.resolve("coe.yaml"), COE.replace("PROOF", proof));
        printed.reset();
        return run;
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static void playedFor(Path run, String target) throws IOException {
        Path journal = run.resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replaceFirst("SIMULATED", target));
    }

    @Test
    void aProofThatHoldsClosesTheActionAndTouchesNothingElse() throws IOException {
        Path run = origin("task-crash");

        assertThat(verify("A1")).isZero();

        Path proof = runs().stream().filter(each -> !each.equals(run)).findFirst().orElseThrow();
        assertThat(run.resolve("coe.yaml")).hasContent(COE.replace("PROOF", "task-crash") + "    status: done\n"
                + "    verifiedBy: " + proof.getFileName() + "\n");
        assertThat(said())
                .contains("→ " + run.getFileName()
                        + "/A1 (Restart in place) is proved by task-crash: playing it, simulated")
                .containsPattern("✓ " + Pattern.quote(run.getFileName() + "/A1") + " is done\\. Evidence: "
                        + proof.getFileName() + ": predictions held (\\d+) of \\1; 1 fault injected, 1 seen gone");
    }

    @Test
    void aProofThatBreaksLeavesTheActionOpenAndSaysWhichPredictions() throws IOException {
        Path run = origin("az-power-loss-unscaled");

        assertThat(verify()).isEqualTo(3);

        assertThat(run.resolve("coe.yaml")).hasContent(COE.replace("PROOF", "az-power-loss-unscaled"));
        assertThat(said()).contains("/A1 stays open, exit code 3.", ": predictions held 7 of 10; 1 fault injected, ",
                "    broken: availability ≥ 99.9 % for 20 s, wanted ≤ 10 s, was not in time\n");
        assertThat(runs()).hasSize(2);
    }

    @Test
    void whatSomebodyChangedWhileTheProofWasPlayedIsLeftAsItIs() throws IOException {
        Path run = origin("task-crash");
        Registered action = RegisterReader.read(folder, LocalDate.parse("2026-12-03")).actions().getFirst();
        String theirs = COE.replace("PROOF", "az-power-loss");
        Files.writeString(run.resolve("coe.yaml"), theirs);

        assertThat(ProvingSession.close(folder, action, "run-7").orElseThrow()).isEqualTo(run.resolve("coe.yaml")
                + ": A1 was changed by somebody else meanwhile and is left as it is. " + "Look at it");
        assertThat(run.resolve("coe.yaml")).hasContent(theirs);
    }

    @Test
    void aProofThatCannotBeNotedIsToldWithWhatToWriteByHand() throws IOException {
        Path run = origin("task-crash");
        // Where the new file would be prepared there is no place for it, as on a full disk.
        Files.createDirectories(run
                .resolve(
                        ".coe.yaml." + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId() + ".tmp")
                .resolve("x"));

        assertThat(verify("A1")).isOne();
        assertThat(said()).contains("/A1 held, but is not noted as done.");
        assertThat(complained()).contains("coe.yaml could not be written and is as it was",
                "Then write status: done and verifiedBy: ");
        assertThat(run.resolve("coe.yaml")).hasContent(COE.replace("PROOF", "task-crash"));
    }

    @Test
    void aSimulationClosesNothingThatWasSeenOnRealProcesses() throws IOException {
        Path run = origin("task-crash");
        playedFor(run, "LOCAL");

        assertThat(verify("A1", "--on", "simulated")).isZero();

        assertThat(run.resolve("coe.yaml")).hasContent(COE.replace("PROOF", "task-crash"));
        assertThat(said()).contains("/A1 stays open: this run was simulated, and its COE is about the reference app.");
    }

    @Test
    void whatNobodyKnowsTheOriginOfIsPlayedOnlyWhenAskedForAndStaysOpen() throws IOException {
        Path hand = Files.createDirectories(folder.resolve("by-hand"));
        Files.writeString(hand.resolve("coe.yaml"), COE.replace("PROOF", "task-crash"));

        assertThat(verify("A1")).isEqualTo(2);
        assertThat(complained()).startsWith("by-hand/A1: it is not known what its COE's run was played on");
        assertThat(runs()).hasSize(1);

        assertThat(verify("A1", "--on", "simulated")).isZero();
        assertThat(said())
                .contains("by-hand/A1 stays open: this run was simulated, and its COE is about something that "
                        + "no journal tells of.");
        assertThat(hand.resolve("coe.yaml")).hasContent(COE.replace("PROOF", "task-crash"));
    }

    @Test
    void anActionOfATeamsOwnSystemIsNotProvedOnOurs() throws IOException {
        playedFor(origin("task-crash"), "HTTP");

        assertThat(verify("A1")).isEqualTo(2);
        assertThat(complained())
                .contains("its run was played on the team’s own system, and only a run there closes it");
    }

    @Test
    void anUnknownProofIsNamedWithTheNearestAndNothingIsPlayed() throws IOException {
        origin("task-crush");

        assertThat(verify("A1")).isEqualTo(2);
        assertThat(complained()).contains("/A1: unknown experiment 'task-crush'; did you mean 'task-crash'?");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void anActionIsNamedWithItsRunWhereSeveralHaveItsId() throws IOException {
        Path run = origin("task-crash");
        Files.writeString(Files.createDirectories(folder.resolve("other")).resolve("coe.yaml"),
                COE.replace("PROOF", "task-crash").replace("    due", "    status: done\n    due"));

        assertThat(verify("A1")).isEqualTo(2);
        assertThat(actions("--runs", folder.toString(), "verify", "A9")).isEqualTo(2);
        assertThat(verify("other/A1")).isEqualTo(2);
        assertThat(complained()).contains("'A1' may be each of ", "there is no action 'A9'",
                "other/A1: its status is not open");
        assertThat(verify(run + "/A1")).isZero();
    }

    @Test
    void theRegisterIsThereForPeopleForProgramsForSpreadsheetsAndForPaper() throws IOException {
        Path hand = Files.createDirectories(folder.resolve("2026-11-20-by-hand"));
        Files.writeString(hand.resolve("coe.yaml"), COE.replace("PROOF", "task-crash"));
        Path html = folder.resolve("actions.html");
        String[] on = {"--runs", folder.toString(), "--today", "2026-12-03"};

        assertThat(actions(on)).isZero();
        assertThat(said()).contains("1 action   on 2026-12-03: 1 open, 1 overdue", "── Ada ──",
                "due 2026-12-01, overdue by 2 days; 13 days old");
        printed.reset();
        assertThat(actions(on[0], on[1], on[2], on[3], "--json", "--owner", "ada")).isZero();
        assertThat(said()).startsWith("{").contains("\"overdue\" : 2", "\"due\" : \"2026-12-01\"");
        printed.reset();
        assertThat(actions(on[0], on[1], "--csv", "--owner", "ben", "--out", html.toString())).isZero();
        assertThat(said()).startsWith("run,id,title,").hasLineCount(1);
        assertThat(html).content().contains("<h1>Actions</h1>", "0 open");
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreListed() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("coe.yaml"), "coe: 1\nactions: x\n");
        Files.writeString(Files.createDirectories(folder.resolve("b")).resolve("coe.yaml"), COE);

        assertThat(actions("--runs", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("Restart in place");
        assertThat(complained()).contains("a/coe.yaml could not be read", "actions is 'x'; allowed: a list");
        assertThat(actions("--runs", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(complained()).contains("there is no such folder");
    }
}
