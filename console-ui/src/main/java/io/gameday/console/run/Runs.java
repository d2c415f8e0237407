package io.gameday.console.run;

import io.gameday.console.text.Texts;
import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.journal.JournalFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Starts runs, follows them and shows them again: all that the console has to do with runs. Owns the threads and the
/// network that this needs. Called on the UI thread.
public final class Runs implements AutoCloseable {

    private final List<String> gameday;
    private final Path out;
    private final Executor ui;
    private final Supplier<Instant> clock;
    private final Network network = new Network("console");
    private final HttpCaller caller = new HttpCaller(network);
    private final ScheduledExecutorService background = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("journals").factory());

    /// @param gameday the command that starts Gameday, such as `/home/me/gameday/gameday`
    /// @param out     where run folders are made
    /// @param ui      the UI thread
    /// @param clock   the time of day
    public Runs(List<String> gameday, Path out, Executor ui, Supplier<Instant> clock) {
        this.gameday = List.copyOf(gameday);
        this.out = out;
        this.ui = ui;
        this.clock = clock;
    }

    /// Starts a controller for `experiment`. Every call starts one; the machine's lock refuses a second real run.
    ///
    /// @param on     `local` or `simulated`
    /// @param guests who gets a link
    /// @throws IOException when the command cannot be started
    public Controller start(Path experiment, String on, Guests guests, Controller.Listener listener)
            throws IOException {
        return Controller.start(gameday, experiment, on, guests, out, ui, listener);
    }

    /// Starts a controller that plays what proves an action of one of the runs here.
    ///
    /// @param action such as `2026-11-21T14-01-32Z-az-power-loss/A1`
    /// @throws IOException when the command cannot be started
    public Controller verify(String action, Controller.Listener listener) throws IOException {
        return Controller.verify(gameday, action, out, ui, listener);
    }

    /// Follows the run of a folder while it goes on, from its first entry.
    ///
    /// @param problems told, in a sentence, what cannot be shown
    public FollowedRun follow(Path folder, Consumer<String> problems) {
        return new LiveRun(folder, new EndpointLine(folder, caller, ui), ui, each -> beat(each, problems), clock,
                problems);
    }

    private Runnable beat(Runnable each, Consumer<String> problems) {
        ScheduledFuture<?> beating = background.scheduleWithFixedDelay(() -> {
            try {
                each.run();
            } catch (RuntimeException defect) {
                // The executor would end the beating without a word.
                ui.execute(() -> problems.accept(Texts.of("run.not-followed", String.valueOf(defect))));
                throw defect;
            }
        }, 0, LiveRun.BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return () -> beating.cancel(false);
    }

    /// Reads a finished run for showing it again; a journal of two hours takes some seconds.
    ///
    /// @param then    told on the UI thread
    /// @param problem told instead, in a sentence, when it cannot be read
    public void replay(Path folder, Consumer<ReplayedRun> then, Consumer<String> problem) {
        background.execute(() -> {
            try {
                ReplayedRun.read(folder).ifPresentOrElse(run -> ui.execute(() -> then.accept(run)),
                        () -> ui.execute(() -> problem.accept(Texts.of("run.empty", folder.toString()))));
            } catch (JournalFailure failure) {
                ui.execute(() -> problem.accept(String.valueOf(failure.getMessage())));
            }
        });
    }

    @Override
    public void close() {
        background.shutdownNow();
        caller.close();
        network.close();
    }
}
