package io.gameday.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// `gameday history`, in this process, over scorecards by hand.
class HistoryCommandTest {

    private static final String FIRST = "2026-11-20T10-00-00Z-az-power-loss";
    private static final String SECOND = "2026-11-21T10-00-00Z-az-power-loss";
    private static final String CARD = """
            {"run": "%1$s", "experiment": {"name": "%2$s", "title": "Lose a zone", "target": "LOCAL", "seed": 1,
              "customers": 40, "rate": 120.0, "headroom": 150, "cells": ["cell-1"]},
             "outcome": {"verdict": "HELD", "exitCode": 0, "reason": "", "interrupted": false, "torn": false},
             "begun": "%3$s", "objective": 0.999, "customers": {"hurtEver": 3, "total": 40}, "orders": {"of": 100},
             "lowest": [{"observer": "CUSTOMER", "scope": "site", "availability": 0.97}],
             "predictions": [{"id": "p1", "text": "alarm zone-impact az1", "verdict": "HELD", "wanted": "≤ 15 s"}],
             "durations": [{"name": "detect", "formula": "tD − t0", "from": {"what": "impact", "at": null},
               "to": {"what": "alarm", "at": null}, "value": "PT3.1S", "words": "3.1 s"}]}
            """;

    @TempDir
    private Path folder;
    private Path runs = Path.of("runs");
    @RegisterExtension
    private final Printed printed = new Printed();

    @BeforeEach
    void listen() throws IOException {
        runs = Files.createDirectory(folder.resolve("runs"));
    }

    private void played() throws IOException {
        card(FIRST, "az-power-loss", "2026-11-20T10:00:05Z");
        card(SECOND, "az-power-loss", "2026-11-21T10:00:05Z");
        card("2026-11-21T11-00-00Z-task-crash", "task-crash", "2026-11-21T11:00:05Z");
    }

    private void card(String run, String experiment, String begun) throws IOException {
        Path made = Files.createDirectory(runs.resolve(run));
        Files.writeString(made.resolve("scorecard.json"), CARD.formatted(run, experiment, begun));
    }

    private int history(String... arguments) {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[0] = "history";
        all[1] = "--runs";
        all[2] = runs.toString();
        return Gameday.execute(all);
    }

    private String shown() {
        return printed.out();
    }

    private String said() {
        return printed.err();
    }

    @Test
    void everyCommandOfTheGuideIsUnderstood() throws IOException {
        played();
        card("2026-11-20T09-00-00Z-az-power-loss-unscaled", "az-power-loss-unscaled", "2026-11-20T09:00:05Z");
        List<String> commands = Files.readAllLines(Repository.root().resolve("docs/history.md")).stream()
                .filter(line -> line.startsWith("    gameday history"))
                .map(line -> line.strip().replaceFirst("  +.*", "").substring("gameday history".length())
                        .replace("history.html", folder.resolve("history.html").toString()).strip())
                .toList();

        assertThat(commands).hasSize(5).allSatisfy(
                command -> assertThat(history(command.isEmpty() ? new String[0] : command.split(" "))).isZero());
        assertThat(folder.resolve("history.html")).exists();
    }

    @Test
    void withoutAnExperimentItListsAll() throws IOException {
        played();
        assertThat(history()).isZero();
        assertThat(shown()).contains("3 runs of 2 experiments").containsPattern("az-power-loss +real +2 +✓ held +2026");
        assertThat(history("--json")).isZero();
        assertThat(shown()).contains("\"experiment\" : \"task-crash\"", "\"unread\" : [ ]");
    }

    @Test
    void ofOneItShowsEveryValue() throws IOException {
        played();
        assertThat(history("az-power-loss")).isZero();
        assertThat(shown()).startsWith("az-power-loss   2 RUNS\n").contains("real: n 2, median 3.1 s");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21T10-00-00Z-az-power-loss", "runs/2026-11-21T10-00-00Z-az-power-loss/",
            "2026-11-21T11:00:05+01:00"})
    void theFixIsAtAnInstantOrWithARun(String fixedAt) throws IOException {
        played();
        assertThat(history("az-power-loss", "--fixed-at", fixedAt)).isZero();
        assertThat(shown()).contains("before, real: n 1,", "after, real: n 1,",
                "after the fix is from 2026-11-21T10:00:05Z on");
    }

    @ParameterizedTest
    @CsvSource({"page.html, <!DOCTYPE html>", "picture.svg, <svg xmlns", "table.csv, 'run,at,side'"})
    void itIsWrittenInTheFormatThatTheFilesNameSays(String name, String begin) throws IOException {
        played();
        Path file = folder.resolve(name);
        assertThat(history("task-crash", "az-power-loss", "--out", file.toString())).isZero();
        assertThat(file).content().startsWith(begin);
        assertThat(shown()).startsWith("task-crash → az-power-loss   3 RUNS");
    }

    @Test
    void whatCannotBeReadIsToldAndTheOthersAreShown() throws IOException {
        played();
        Files.writeString(Files.createDirectory(runs.resolve("torn")).resolve("scorecard.json"), "{\"run\": \"x");
        assertThat(history("az-power-loss")).isZero();
        assertThat(shown()).contains("real: n 2,", "○ torn: scorecard.json cannot be read: ");
    }

    @Test
    void whereNoneCanBeReadItIsNotKnown() throws IOException {
        Files.writeString(Files.createDirectory(runs.resolve("torn")).resolve("scorecard.json"), "{");
        assertThat(history("az-power-loss")).isEqualTo(4);
        assertThat(shown()).contains("0 runs of 0 experiments", "○ torn: ");
    }

    @Test
    void anUnknownExperimentIsNamedWithTheNearestAndAllThereAre() throws IOException {
        played();
        assertThat(history("az-power-los")).isEqualTo(2);
        assertThat(said()).isEqualTo("there is no run of 'az-power-los' in " + runs
                + "; did you mean 'az-power-loss'?; there are runs of: az-power-loss, task-crash\n");
    }

    @Test
    void aFolderWithoutRunsSaysWhatToDo() {
        assertThat(history()).isEqualTo(2);
        assertThat(said())
                .isEqualTo("--runs is " + runs + ", and there is no run in it. Give the folder that holds the "
                        + "run folders, or play one: gameday run az-power-loss --out " + runs + "\n");
        assertThat(Gameday.execute("history", "--runs", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(said()).contains("and there is no such folder. Folders of runs are made by `gameday run`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a b c | EXPERIMENT is given 3 times; allowed: once, or twice",
            "--fixed-at 2026-11-21T10:00:00Z | --fixed-at is given with 0 experiments; allowed: with one",
            "task-crash az-power-loss --fixed-at x | --fixed-at is given with 2 experiments; allowed: with one",
            "az-power-loss --fixed-at yesterday | --fixed-at is 'yesterday'; allowed: an instant with its zone",
            "az-power-loss --fixed-at 2026-11-21T11-00-00Z-task-crash | or a run of az-power-loss in",
            "az-power-loss az-power-loss | EXPERIMENT is twice az-power-loss",
            "az-power-loss --out x.pdf | --out is x.pdf; allowed: a file that ends in .html, .svg or .csv",
            "az-power-loss --out /nowhere/x.svg | there is no folder /nowhere",
            "--out x.svg | --out is given without an experiment"})
    void wrongUsageIsRefusedWithWhatIsAllowed(String arguments, String message) throws IOException {
        played();
        assertThat(history(arguments.split(" "))).isEqualTo(2);
        assertThat(said()).contains(message);
        assertThat(shown()).isEmpty();
    }
}
