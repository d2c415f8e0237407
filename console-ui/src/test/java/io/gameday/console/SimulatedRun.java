package io.gameday.console;

import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Settings;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.JournalFile;
import io.gameday.journal.RunFolder;
import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.SimulatedApp;
import io.gameday.report.RunReport;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// A run folder as a game day leaves it behind, made in virtual time in a moment.
public final class SimulatedRun {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private SimulatedRun() {
    }

    /// Plays an experiment of the catalog, such as `az-power-loss-unscaled`, and writes its report.
    ///
    /// @return the run's folder, inside `parent`
    public static Path of(String name, Path parent) throws IOException {
        return of(name, text -> text, parent);
    }

    /// Plays it with its text changed, such as with more cells.
    public static Path of(String name, UnaryOperator<String> change, Path parent) throws IOException {
        Path file = catalog().resolve(name + ".yaml");
        String text = change.apply(Files.readString(file));
        Experiment experiment = ExperimentReader.read(name, file.toString(), text).experiment().orElseThrow();
        VirtualClock clock = new VirtualClock(START);
        RunFolder folder = RunFolder.create(parent, START, name);
        Files.writeString(folder.experiment(), text);
        AppConfig config = AppConfig.of(experiment, 1, folder.path().toString());
        AtomicReference<ExitCode> ended = new AtomicReference<>();
        try (JournalFile journal = new JournalFile(folder.journal(), folder.run(), clock)) {
            Engine engine = new Engine(experiment, SimulatedApp.target(config, clock, new Random(1)), clock, journal,
                    Settings.of(folder.run(), "test", 1, "salt"), (page, sent) -> sent.ok("inbox"),
                    (salt, predictions) -> {
                    }, ended::set);
            engine.start();
            while (ended.get() == null && clock.step()) {
                // One event of the simulation after the other.
                continue;
            }
        }
        RunReport.write(folder.path(), run -> folder.path().resolve("no-ledger.jsonl"), clock.now());
        return folder.path();
    }

    /// The experiments that come with Gameday.
    public static Path catalog() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("experiments/catalog")) ? here : here.getParent();
        return root.resolve("experiments/catalog");
    }
}
