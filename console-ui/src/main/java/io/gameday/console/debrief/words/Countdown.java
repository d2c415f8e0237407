package io.gameday.console.debrief.words;

import io.gameday.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Counts the minutes of a meeting. Ends nothing: after the last minute it goes on counting. Belongs to the UI thread.
final class Countdown {

    private static final Duration LOOK = Duration.ofMillis(200);

    /// What it does.
    enum State {
        READY, RUNNING, PAUSED
    }

    private final Clock clock;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyObjectWrapper<Duration> passed = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private Clock.Cancellable looking = () -> {
    };
    private long before;
    private long since;

    /// @param clock its loop may be another thread
    Countdown(Clock clock, Executor ui) {
        this.clock = clock;
        this.ui = ui;
    }

    /// Begins, goes on where it was paused, or pauses.
    void startOrPause() {
        if (state.get() == State.RUNNING) {
            before += clock.ticks() - since;
            stop(State.PAUSED);
        } else {
            since = clock.ticks();
            state.set(State.RUNNING);
            looking = clock.every(LOOK, () -> ui.execute(this::look));
        }
    }

    /// From the first minute again, running if it was.
    void restart() {
        boolean runs = state.get() == State.RUNNING;
        reset();
        if (runs) {
            startOrPause();
        }
    }

    /// Back to before it began.
    void reset() {
        before = 0;
        stop(State.READY);
    }

    private void stop(State then) {
        looking.cancel();
        state.set(then);
        look();
    }

    private void look() {
        long nanos = before + (state.get() == State.RUNNING ? clock.ticks() - since : 0);
        passed.set(Duration.ofSeconds(Duration.ofNanos(nanos).toSeconds()));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// In whole seconds, without pauses.
    ReadOnlyObjectProperty<Duration> passedProperty() {
        return passed.getReadOnlyProperty();
    }
}
