package io.gameday.cli;

import io.gameday.aws.fis.endpoint.Stage;
import io.gameday.aws.fis.endpoint.StagePlan;
import io.gameday.engine.ExitCode;
import io.gameday.experiment.ExperimentReader;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFailure;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Plays FIS experiments one after the other on a session of ours, by the thread that calls [#serve].
final class FisRunner implements Stage {

    private static final String BY = "FIS";

    private final BiFunction<String, ObjectNode, StagePlan> compiler;
    private final Session session;
    private final Screens screens;
    private final Interrupt interrupt;
    private final Executor loop;
    private final InstantSource time;
    /// A run that is null ends the serving.
    private final BlockingQueue<Wanted> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Wanted> playing = new AtomicReference<>();

    private record Wanted(@Nullable StagePlan plan, Consumer<Entry> journal, Consumer<String> ended,
            AtomicReference<@Nullable String> stopped) {
        static final Wanted END = new Wanted(null, _ -> {
        }, _ -> {
        }, new AtomicReference<>());
    }

    /// @param compiler what becomes of a template, by the experiment's id
    /// @param loop     the endpoint's
    /// @param time     that the endpoint tells; a simulation's own time is moved to it
    FisRunner(BiFunction<String, ObjectNode, StagePlan> compiler, Session session, Screens screens, Interrupt interrupt,
            Executor loop, InstantSource time) {
        this.compiler = compiler;
        this.session = session;
        this.screens = screens;
        this.interrupt = interrupt;
        this.loop = loop;
        this.time = time;
    }

    @Override
    public StagePlan plan(String id, ObjectNode template) {
        return compiler.apply(id, template);
    }

    @Override
    public void play(StagePlan plan, Consumer<Entry> journal, Consumer<String> ended) {
        Wanted wanted = new Wanted(plan, journal, ended, new AtomicReference<>());
        playing.set(wanted);
        queue.add(wanted);
    }

    @Override
    public void stop(String why) {
        Wanted wanted = playing.get();
        if (wanted != null) {
            wanted.stopped().set(why);
            interrupt.stopRun(new Interrupt.Cause(BY, why));
        }
    }

    /// Plays whatever is asked for, until this process is to end.
    ///
    /// @return that a fault is not confirmed gone, of any run; else what a run came to that an interrupt ended
    ExitCode serve() throws InterruptedException {
        ExitCode last = ExitCode.HELD;
        while (true) {
            interrupt.onStop(_ -> queue.add(Wanted.END));
            Wanted wanted = queue.take();
            StagePlan plan = wanted.plan();
            if (plan == null || interrupt.requested()) {
                wanted.ended().accept("the endpoint ended");
                return last;
            }
            ExitCode code = play(wanted, plan);
            if (interrupt.requested() || code == ExitCode.FAULT_NOT_GONE) {
                last = ExitCodes.worse(last, code);
            }
        }
    }

    private ExitCode play(Wanted wanted, StagePlan plan) {
        String name = "fis-" + plan.id().toLowerCase(Locale.ROOT);
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        screens.follow(entry -> {
            if (entry.event() instanceof Event.RunStarted started && started.target() == TargetKind.SIMULATED) {
                ahead.set(Duration.between(entry.at(), time.instant()));
            }
            follow(wanted, plan, moved(entry, ahead.get()));
        });
        String failure = "";
        ExitCode code = ExitCode.FAILED;
        try {
            if (wanted.stopped().get() == null) {
                var reading = ExperimentReader.read(name, name + ".json", plan.experiment());
                code = session.play(new Catalog.Found(Path.of(name + ".json"), plan.experiment(), reading));
            } else {
                failure = "stopped before it began";
            }
        } catch (InterruptedException stopped) {
            failure = "stopped before it began";
        } catch (Refused | IOException | JournalFailure notPlayed) {
            failure = String.valueOf(notPlayed.getMessage());
        } catch (Exception defect) {
            failure = "unexpected: " + defect;
        }
        if (!failure.isEmpty()) {
            screens.notice(plan.id() + ": " + failure);
        }
        playing.compareAndSet(wanted, null);
        String told = failure;
        loop.execute(() -> wanted.ended().accept(told));
        return code;
    }

    private void follow(Wanted wanted, StagePlan plan, Entry entry) {
        // A stop that came while nothing could be stopped yet.
        String why = wanted.stopped().get();
        if (why != null && entry.event() instanceof Event.RunStarted) {
            interrupt.stopRun(new Interrupt.Cause(BY, why));
        }
        if (entry.event() instanceof Event.AlarmChanged changed && changed.to() == AlarmState.ALARM
                && plan.stopAlarms().contains(changed.alarm())) {
            interrupt.stopRun(new Interrupt.Cause(BY, "Stop condition: alarm " + changed.alarm() + " rang"));
        }
        loop.execute(() -> wanted.journal().accept(entry));
    }

    /// A simulation has a time of its own, which begins long ago and may go faster.
    private static Entry moved(Entry entry, Duration by) {
        Instant at = entry.at().plus(by);
        return new Entry(entry.seq(), at, entry.run(), entry.event());
    }
}
