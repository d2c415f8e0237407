package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The window is to be closed: at once, after a question, or after a stop that was proved. The question stands inside
/// the window, so that STOP stays within reach.
public final class ClosingViewModel {

    /// What is on the screen about closing.
    public enum State {
        /// Nothing.
        NO, ASKS_OURS, ASKS_ATTACHED, STOPPING,
        /// It could not be proved; the window may be closed all the same.
        NOT_PROVED, CLOSED
    }

    private final StopViewModel stop;
    private final Supplier<Instant> wall;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private @Nullable RunOnScreen shown;
    private boolean starting;

    ClosingViewModel(StopViewModel stop, Supplier<Instant> wall) {
        this.stop = stop;
        this.wall = wall;
    }

    void starting() {
        starting = true;
        shown = null;
    }

    void show(@Nullable RunOnScreen run) {
        starting = false;
        shown = run;
        refresh();
    }

    /// Somebody wants to close the window.
    ///
    /// @return true when it may close now
    public boolean requested() {
        if (state.get() == State.CLOSED) {
            return true;
        }
        if (state.get() != State.NO) {
            return false;
        }
        RunOnScreen run = shown;
        if (starting || run != null && run.inForce(wall.get()) && run.origin() == Origin.OURS) {
            say(State.ASKS_OURS, Texts.of("frame.close.ours"));
        } else if (run != null && run.inForce(wall.get())) {
            say(State.ASKS_ATTACHED, Texts.of("frame.close.attached"));
        } else {
            state.set(State.CLOSED);
        }
        return state.get() == State.CLOSED;
    }

    /// Leaves everything as it is; the window stays.
    public void keepPlaying() {
        if (state.get() != State.CLOSED) {
            say(State.NO, "");
        }
    }

    /// Stops the run, shows how far that is, and closes once every fault is proved gone and the run has ended.
    public void stopAndClose() {
        say(State.STOPPING, Texts.of("frame.close.stopping"));
        stop.stop();
        refresh();
    }

    /// Closes now, whatever is known. A run of ours stops by itself when its console is gone.
    public void closeNow() {
        say(State.CLOSED, "");
    }

    /// To be called whenever the run or the time has moved on.
    void refresh() {
        RunOnScreen run = shown;
        switch (state.get()) {
            case STOPPING, NOT_PROVED -> proceed(run);
            case ASKS_OURS, ASKS_ATTACHED -> {
                // The question has answered itself: there is nothing left that closing would touch.
                if (!starting && (run == null || run.over() && run.allProved())) {
                    say(State.CLOSED, "");
                }
            }
            case NO, CLOSED -> {
                // Nobody waits for anything.
            }
        }
    }

    private void proceed(@Nullable RunOnScreen run) {
        if (starting) {
            return;
        }
        if (run == null) {
            say(State.CLOSED, "");
        } else if (run.over() && run.allProved()) {
            say(State.CLOSED, "");
        } else if (run.over()) {
            say(State.NOT_PROVED, Texts.of("frame.close.unproved"));
        } else if (run.silentSince() != null) {
            say(State.NOT_PROVED, Texts.of("frame.close.silent", stop.detailProperty().get()));
        } else if (stop.notTaken()) {
            say(State.NOT_PROVED, Texts.of("frame.close.refused"));
        } else {
            say(State.STOPPING, Texts.of(run.allProved() ? "frame.close.ending" : "frame.close.progress",
                    stop.detailProperty().get()));
        }
    }

    private void say(State now, String what) {
        text.set(what);
        state.set(now);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
