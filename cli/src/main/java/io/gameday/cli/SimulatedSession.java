package io.gameday.cli;

import io.gameday.agent.ledger.StateFolder;
import io.gameday.engine.ExitCode;
import io.gameday.engine.Pager;
import io.gameday.engine.Settings;
import io.gameday.experiment.Experiment;
import io.gameday.http.Network;
import io.gameday.journal.RunFolder;
import io.gameday.reference.AppConfig;
import io.gameday.reference.simulated.SimulatedApp;
import io.gameday.report.RunReport;
import io.gameday.target.Target;
import io.gameday.time.VirtualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Plays experiments on the simulated app in virtual time. The same seed writes the same journal.
final class SimulatedSession implements Session {

    /// Virtual time starts here, so that a journal does not depend on when it was made.
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Path out;
    private final Screens screens;
    private final long firstSeed;
    private final Map<String, Integer> played = new HashMap<>();
    private final @Nullable Double speed;
    private final @Nullable Invite invite;
    private final Interrupt interrupt;
    private final Network network = new Network("network");

    /// @param speed  virtual seconds per second; null for as fast as possible
    /// @param invite who takes part by a page of their own; null for nobody
    SimulatedSession(Path out, Screens screens, long seed, @Nullable Double speed, @Nullable Invite invite,
            Interrupt interrupt) {
        this.invite = invite;
        this.out = out;
        this.screens = screens;
        this.firstSeed = seed;
        this.speed = speed;
        this.interrupt = interrupt;
    }

    @Override
    public ExitCode play(Catalog.Found found) throws InterruptedException {
        Experiment experiment = found.experiment();
        // Played again, it is another day.
        long seed = firstSeed + played.merge(experiment.name(), 1, Integer::sum) - 1;
        VirtualClock clock = new VirtualClock(START);
        VirtualLoop loop = new VirtualLoop(clock, speed, System::nanoTime);
        RunFolder folder = RunFolder.create(out, Instant.now(), experiment.name());
        String run = "simulated-" + experiment.name() + "-" + seed;
        AppConfig config = SharedApp.config(experiment, folder.path(), seed);
        Target target = SimulatedApp.target(config, clock, new Random(seed));
        Pager inbox = (page, sent) -> sent.ok("inbox");
        AtomicReference<ExitCode> ended = new AtomicReference<>();
        Screens.Shown shown = screens.show(clock);
        try (Play play = new Play(found, folder, target, clock, Settings.of(run, Home.version(), seed, run), inbox,
                shown.followers(), invite, screens::notice, ended::set)) {
            play.openGuests(loop, screens::progress);
            play.start();
            play.openEndpoint(network, loop);
            screens.folder(folder.path());
            interrupt.onStop(cause -> loop.execute(() -> play.engine().stop(cause.by(), cause.why())));
            loop.runUntil(() -> ended.get() != null);
            shown.close().run();
            screens.finished(shown.run(), folder.path(),
                    RunReport.write(folder.path(), StateFolder.current()::ledger, Instant.now()));
        } finally {
            // Nobody of this run listens any more.
            interrupt.onStop(cause -> {
            });
        }
        return ended.get();
    }

    @Override
    public void close() {
        network.close();
    }
}
