package io.gameday.cli;

import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Settings;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFile;
import io.gameday.journal.JournalReader;
import io.gameday.journal.PersonAct;
import io.gameday.journal.PersonAct.Opened.Outcome;
import io.gameday.journal.RunFolder;
import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.SimulatedApp;
import io.gameday.report.RunReport;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.CoeRenderer;
import io.gameday.report.export.Wording;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Every sentence that a machine makes of a run of the catalog has its Japanese.
class JapaneseCoeTest {

    private static final Instant START = Instant.parse("2026-11-21T14:01:32Z");

    @TempDir
    Path folder;

    private static String catalog(String name) throws IOException {
        return Files.readString(Repository.root().resolve("experiments/catalog/" + name + ".yaml"));
    }

    private Path played(String name, String yaml) throws IOException {
        return played(name, yaml, engine -> {
        });
    }

    private Path played(String name, String yaml, Consumer<Engine> people) throws IOException {
        Experiment experiment = ExperimentReader.read(name, name + ".yaml", yaml).experiment().orElseThrow();
        VirtualClock clock = new VirtualClock(START);
        RunFolder run = RunFolder.create(folder, START, name);
        AtomicReference<ExitCode> ended = new AtomicReference<>();
        try (JournalFile journal = new JournalFile(run.journal(), run.run(), clock)) {
            Engine engine = new Engine(experiment,
                    SimulatedApp.target(AppConfig.of(experiment, 1, run.path().toString()), clock, new Random(1)),
                    clock, journal, Settings.of(run.run(), "test", 1, "salt"), (page, sent) -> sent.ok("inbox"),
                    (salt, predictions) -> {
                    }, ended::set);
            engine.start();
            people.accept(engine);
            while (ended.get() == null && clock.step()) {
                // One event of the simulation after the other.
                continue;
            }
        }
        return run.path();
    }

    private static void assertJapanese(Path run) {
        JournalReader.Journalled read = JournalReader.read(run.resolve(RunReport.JOURNAL));
        Scorecard card = Scorecard.of(read.entries(), read.complete(), read.torn(),
                new Evidence(run, name -> run.resolve("no-ledger.jsonl")).receipt());
        CoeDocument document = CoeDocument.of(new RunFacts(read.entries()), card, CoeFile.BLANK, "ab".repeat(32));
        CoeRenderer renderer = new CoeRenderer(document, Wording.read(null, "ja").wording().orElseThrow());
        assertThat(renderer.markdown()).startsWith("障害報告書 (COE) · COE-20261121-140132 · 下書き (2026年11月21日)");
        assertThat(renderer.untold()).isEmpty();
    }

    @Test
    void whatGuestsDidIsToldInJapanese() throws IOException {
        assertJapanese(played("az-power-loss", catalog("az-power-loss"), engine -> {
            for (PersonAct act : List.of(new PersonAct.Invited(Duration.ofMinutes(30)), new PersonAct.Joined(null),
                    new PersonAct.Left(START), new PersonAct.Answered(true, "responder 2", ""),
                    new PersonAct.Answered(true, "owner", "ill"), new PersonAct.Noticed("it is slow", START),
                    new PersonAct.Sealed("q1", "ab".repeat(32)), new PersonAct.Sealed("q2", "ab".repeat(32)),
                    new PersonAct.Opened("q1", "signal: page", "ab", Outcome.MISS, "it came after 3.4 s"))) {
                engine.record(new Event.PersonActed("responder 2", act));
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"az-power-loss", "az-power-loss-unscaled", "bad-alarm-fail-closed", "bad-deploy",
            "control-plane-down", "database-slow", "drill-down", "gray-by-averaging", "log-sink-stall-blocking",
            "new-stack-on-suspicion", "poison-pill", "rebalancing", "restart-in-place", "restore-one-cell",
            "zonal-shift", "zonal-shift-by-deployment", "spike-five-cells", "zone-latency", "zone-loss"})
    void aSimulatedRunLeavesNoSentenceInEnglish(String experiment) throws IOException {
        Path run = played(experiment, catalog(experiment));
        assertJapanese(run);

        List<String> lines = Files.readAllLines(run.resolve(RunReport.JOURNAL));
        Files.write(run.resolve(RunReport.JOURNAL), lines.subList(0, lines.size() * 2 / 3));
        assertJapanese(run);
    }

    @Test
    void neitherDoesOneThatWasNotStarted() throws IOException {
        Path run = played("az-power-loss", catalog("az-power-loss").replace("{ zones: 1,", "{ zones: 1, tasks: 1,"));
        assertThat(Files.readString(run.resolve(RunReport.JOURNAL))).doesNotContain("FaultInjected");
        assertJapanese(run);
    }
}
