package io.gameday.benchmark;

import io.gameday.report.history.PastRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RealAndSimulatedTest {

    private static final String CARD = """
            {"run": "%1$s", "experiment": {"name": "%1$s", "title": "t", "target": "LOCAL", "seed": 1,
              "customers": 40, "rate": 120.0, "headroom": 150, "cells": ["cell-1"]},
             "outcome": {"verdict": "%2$s", "exitCode": 0, "reason": "", "interrupted": false, "torn": false},
             "begun": "2026-11-20T10:00:00Z", "objective": 0.999, "customers": {"hurtEver": 3, "total": 40},
             "orders": {"of": 100}, "lowest": [], "predictions": [],
             "durations": [
              {"name": "alarmLatency", "formula": "tA − tF", "from": {"what": "f", "at": null},
               "to": {"what": "alarm", "at": null}, "value": %3$s, "words": "w"},
              {"name": "impactTotal", "formula": "Σ", "from": {"what": "f", "at": null},
               "to": {"what": "alarm", "at": null}, "value": %4$s, "words": "w"},
              {"name": "recover", "formula": "tR − t0", "from": {"what": "f", "at": null},
               "to": {"what": "recovered", "at": null}, "value": %5$s, "words": "w"}]}
            """;

    @TempDir
    private Path folder;

    private void played(String how, String name, String verdict, String alarm, String ill, String recovered)
            throws IOException {
        Path run = Files.createDirectories(folder.resolve(how).resolve(name));
        Files.writeString(run.resolve("scorecard.json"), CARD.formatted(name, verdict, alarm, ill, recovered));
    }

    private String table(Map<String, String> explained) throws IOException {
        Files.createDirectories(folder.resolve("real"));
        Files.createDirectories(folder.resolve("simulated"));
        return RealAndSimulated.table(PastRuns.in(folder.resolve("real")), PastRuns.in(folder.resolve("simulated")),
                explained);
    }

    @Test
    void runsThatEndAlikeWithinTwiceTheTimeAgree() throws IOException {
        played("real", "lose-a-zone", "HELD", "\"PT3.1S\"", "\"PT10S\"", "\"PT44S\"");
        played("simulated", "lose-a-zone", "HELD", "\"PT1.2S\"", "\"PT19S\"", "\"PT41S\"");
        assertThat(table(Map.of())).contains(
                "| `lose-a-zone` | held | held | 3.1 s | 1.2 s | 10.0 s | 19.0 s | 44.0 s | 41.0 s | agrees |",
                "1 experiment: 1 agree, 0 differ with a reason, 0 without.");
    }

    @Test
    void aTimeMoreThanTwiceAsLongWantsWords() throws IOException {
        played("real", "lose-a-zone", "HELD", "\"PT3.1S\"", "\"PT20.1S\"", "null");
        played("simulated", "lose-a-zone", "HELD", "\"PT3.1S\"", "\"PT10S\"", "null");
        assertThat(table(Map.of())).contains("| impact total: **not explained** |",
                "0 agree, 0 differ with a reason, 1");
        assertThat(table(Map.of("lose-a-zone", "a task starts slowly here."))).contains(
                "| impact total: a task starts slowly here. |", "0 agree, 1 differ with a reason, 0 without.");
    }

    @Test
    void aTimeThatOnlyOneOfThemHasAndAnotherEndAreDifferences() throws IOException {
        played("real", "lose-a-zone", "BROKEN", "\"PT3.1S\"", "null", "null");
        played("simulated", "lose-a-zone", "HELD", "\"PT3.1S\"", "\"PT10S\"", "null");
        assertThat(table(Map.of())).contains(
                "| broken | held | 3.1 s | 3.1 s | – | 10.0 s | – | – | another end; impact total: **not explained** |");
    }

    @Test
    void customersWhoAreWellMuchLaterInOneOfThemAreADifference() throws IOException {
        played("real", "lose-a-zone", "HELD", "null", "null", "\"PT90S\"");
        played("simulated", "lose-a-zone", "HELD", "null", "null", "\"PT40S\"");
        assertThat(table(Map.of())).contains("| 90.0 s | 40.0 s | recover: **not explained** |");
    }

    @Test
    void whatWasPlayedOnlyOnceIsSaidSo() throws IOException {
        played("simulated", "lose-a-zone", "HELD", "null", "null", "null");
        assertThat(table(Map.of()))
                .contains("| not played | held | – | – | – | – | – | – | played only simulated: **not explained** |");
    }
}
