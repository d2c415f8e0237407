package io.gameday.console.frame;

import io.gameday.console.run.RunControls;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import io.gameday.report.text.Figures;
import io.gameday.target.Answer;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// STOP: what it says, whether it can be pressed, and the press. Asks no question, ever.
public final class StopViewModel {

    /// How it looks.
    public enum Mode {
        /// Nothing to stop; cannot be pressed.
        NO_RUN,
        /// Takes every fault away when pressed.
        READY,
        /// Pressed and taken in.
        STOPPING,
        /// The controller does not answer. Can be pressed all the same.
        SILENT
    }

    private enum Asked {
        NO, ON_THE_WAY, TAKEN, NOT_TAKEN
    }

    private final Supplier<Instant> wall;
    private final ZoneId zone;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.NO_RUN);
    private final ReadOnlyStringWrapper word = new ReadOnlyStringWrapper(Texts.of("frame.stop"));
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(Texts.of("frame.stop.noRun"));
    private @Nullable RunOnScreen shown;
    private boolean starting;
    private Runnable abandon = () -> {
    };
    private Asked asked = Asked.NO;

    StopViewModel(Supplier<Instant> wall, ZoneId zone, Notices notices) {
        this.wall = wall;
        this.zone = zone;
        this.notices = notices;
    }

    /// A controller is being started: STOP holds for it already.
    ///
    /// @param end ends it, before anything was injected
    void starting(Runnable end) {
        abandon = end;
        shown = null;
        starting = true;
        asked = Asked.NO;
        refresh();
    }

    /// @param run null where there is none
    void show(@Nullable RunOnScreen run) {
        boolean wished = starting && asked == Asked.ON_THE_WAY;
        shown = run;
        starting = false;
        asked = Asked.NO;
        refresh();
        if (wished && run != null) {
            stop();
        }
    }

    /// Pressed. Without effect where there is nothing to stop; pressing again does no harm.
    public void stop() {
        RunOnScreen run = shown;
        if (starting) {
            if (asked == Asked.NO) {
                abandon.run();
            }
            asked = Asked.ON_THE_WAY;
        } else if (run == null || run.over()) {
            notices.say(Texts.of("frame.stop.nothing"));
        } else if (asked == Asked.NO || asked == Asked.NOT_TAKEN) {
            ask(run);
        }
        refresh();
    }

    private void ask(RunOnScreen run) {
        Optional<RunControls> controls = run.run().controls();
        if (controls.isEmpty()) {
            asked = Asked.NOT_TAKEN;
            notices.say(Texts.of("frame.stop.noControls"));
            return;
        }
        asked = Asked.ON_THE_WAY;
        controls.get().stop(Texts.of("frame.stop.by"), "", answer -> {
            if (shown != run) {
                return;
            }
            if (answer instanceof Answer.Failed<RunControls.Asked>(String why)) {
                asked = Asked.NOT_TAKEN;
                notices.say(Texts.of("frame.stop.refused", why));
            } else {
                asked = Asked.TAKEN;
            }
            refresh();
        });
    }

    /// To be called whenever the run or the time has moved on.
    void refresh() {
        RunOnScreen run = shown;
        if (starting) {
            show(asked == Asked.ON_THE_WAY ? Mode.STOPPING : Mode.READY,
                    asked == Asked.ON_THE_WAY ? "frame.stop.stopping" : "frame.stop", Texts.of("frame.stop.starting"));
        } else if (run == null) {
            show(Mode.NO_RUN, "frame.stop", Texts.of("frame.stop.noRun"));
        } else if (run.over()) {
            over(run);
        } else {
            underWay(run);
        }
    }

    private void over(RunOnScreen run) {
        if (run.origin() == Origin.REPLAYED) {
            show(Mode.NO_RUN, "frame.stop", Texts.of("frame.stop.replay"));
        } else if (run.toProve().isEmpty()) {
            show(Mode.NO_RUN, "frame.stop", Texts.of(run.cutOff() ? "frame.stop.noneInForce" : "frame.stop.ended"));
        } else {
            show(Mode.NO_RUN, run.view().stopping() ? "frame.stop.stopped" : "frame.stop",
                    run.allProved() ? gone(run) : Texts.of("frame.stop.unproved", proved(run), all(run)));
        }
    }

    private void underWay(RunOnScreen run) {
        boolean stopping = asked == Asked.ON_THE_WAY || asked == Asked.TAKEN || run.view().stopping();
        String is = stopping ? "frame.stop.stopping" : "frame.stop";
        Instant silent = run.silentSince();
        if (silent != null) {
            show(Mode.SILENT, is, silence(run, silent));
        } else if (stopping) {
            show(Mode.STOPPING, is, run.toProve().isEmpty() ? Texts.of("frame.stop.noneInForce") : gone(run));
        } else {
            show(Mode.READY, is, Texts.of(asked == Asked.NOT_TAKEN ? "frame.stop.again" : "frame.stop.takes"));
        }
    }

    private String silence(RunOnScreen run, Instant since) {
        Instant ends = run.leaseEnds();
        Instant now = wall.get();
        if (ends == null) {
            return Texts.of("frame.stop.silent", Words.whole(Duration.between(since, now)));
        }
        // Rounded up: "0 s" would claim an end that was not seen.
        long left = (Duration.between(now, ends).toMillis() + 999) / 1000;
        return left > 0
                ? Texts.of("frame.stop.lease", Long.toString(left))
                : Texts.of("frame.stop.leaseOver", Words.timeOfDay(ends, zone));
    }

    private String gone(RunOnScreen run) {
        Instant at = run.provedAt();
        return at == null
                ? Texts.of("frame.stop.gone", proved(run), all(run))
                : Texts.of("frame.stop.proved", proved(run), all(run), Words.timeOfDay(at, zone));
    }

    private static String proved(RunOnScreen run) {
        return Integer.toString(run.proved());
    }

    private static String all(RunOnScreen run) {
        return Integer.toString(run.toProve().size());
    }

    private void show(Mode now, String key, String text) {
        mode.set(now);
        word.set(Texts.of(key));
        detail.set(text);
    }

    /// What pressing it cannot undo, one sentence each, from what is known now.
    public List<String> cannotUndo() {
        List<String> lines = new ArrayList<>();
        RunOnScreen run = shown;
        Instant zero = run == null ? null : run.view().zero();
        if (run == null || zero == null) {
            return List.of(Texts.of("frame.stop.undo.nothing"));
        }
        Tally tally = Seconds.sum(run.view().seconds().since(zero), Seconds.SITE);
        long failed = tally.requests() - tally.useful();
        lines.add(failed == 0
                ? Texts.of("frame.stop.undo.requests", requests(run))
                : Texts.of("frame.stop.undo.failed", Words.ofTotal(failed, tally.requests())));
        lines.add(Texts.of("frame.stop.undo.tasks"));
        lines.add(Texts.of(run.view().paged() == null ? "frame.stop.undo.noPage" : "frame.stop.undo.page"));
        String done = run.view().faults().stream().filter(fault -> fault.injected() != null && fault.lasts() == null)
                .map(FaultView::fault).map(Words::name).collect(Collectors.joining(", "));
        if (!done.isEmpty()) {
            lines.add(Texts.of("frame.stop.undo.once", done));
        }
        return lines;
    }

    /// As a sentence begins.
    private static String requests(RunOnScreen run) {
        Event.RunStarted started = run.view().started();
        return Figures.capital((started == null ? TargetKind.LOCAL : started.target()).requests());
    }

    boolean notTaken() {
        return asked == Asked.NOT_TAKEN;
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// `STOP`, `stopping…`, `stopped`.
    public ReadOnlyStringProperty wordProperty() {
        return word.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }
}
