package io.gameday.reference.simulated;

import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Settings;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.AppConfig;
import io.gameday.target.Answer;
import io.gameday.target.Faults;
import io.gameday.target.Target;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// One game day in virtual time against the simulated app.
final class SimulatedDay {

    static final Path CATALOG = Path.of("../../experiments/catalog");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-19T14:00:00Z"));
    final Target target;
    final Engine engine;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable ExitCode exit;

    SimulatedDay(String text, long seed) {
        Experiment experiment = ExperimentReader.read("x", "x.yaml", text).experiment().orElseThrow();
        AppConfig config = AppConfig.of(experiment, seed, "/not-used");
        target = SimulatedApp.target(config, clock, new SplittableRandom(seed));
        engine = new Engine(experiment, target, clock, event -> {
            Entry entry = new Entry(entries.size() + 1, clock.now(), "run", event);
            entries.add(entry);
            return entry;
        }, Settings.of("run", "test", seed, "salt"), (page, sent) -> sent.ok("inbox"), (salt, sealed) -> {
        }, code -> exit = code);
        engine.start();
    }

    static String catalog(String name) {
        try {
            return Files.readString(CATALOG.resolve(name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Plays on to the end.
    ExitCode finish() {
        long limit = clock.ticks() + LONGEST.toNanos();
        while (exit == null && clock.ticks() < limit && clock.step()) {
            // The clock moves from task to task.
        }
        assertThat(exit).as("the run ends by itself").isNotNull();
        return exit;
    }

    boolean ended() {
        return exit != null;
    }

    <E extends Event> List<E> events(Class<E> type) {
        return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
    }

    /// How many seconds were measured before the first event of this type.
    int secondsBefore(Class<? extends Event> type) {
        return (int) entries.stream().map(Entry::event).takeWhile(event -> !type.isInstance(event))
                .filter(Event.SecondMeasured.class::isInstance).count();
    }

    /// When the first fault was injected.
    Instant firstFault() {
        return entries.stream().filter(entry -> entry.event() instanceof Event.FaultInjected).findFirst().orElseThrow()
                .at();
    }

    String journal() {
        return entries.stream().map(JournalFormat::write).collect(Collectors.joining("\n"));
    }

    Event.PredictionJudged judged(String text) {
        return events(Event.PredictionJudged.class).stream().filter(j -> j.text().equals(text)).findFirst()
                .orElseThrow();
    }

    /// How every prediction came out, a line each.
    String rulings() {
        return events(Event.PredictionJudged.class).stream()
                .map(j -> j.text() + ": " + j.verdict() + ", " + j.value() + " (" + j.detail() + ")")
                .collect(Collectors.joining("\n")) + "\n" + events(Event.RunEnded.class);
    }

    List<Faults.InForce> inForce() {
        List<Faults.InForce> found = new ArrayList<>();
        target.faults().get().orElseThrow().inForce(answer -> {
            if (answer instanceof Answer.Ok<List<Faults.InForce>>(List<Faults.InForce> faults)) {
                found.addAll(faults);
            }
        });
        return found;
    }
}
