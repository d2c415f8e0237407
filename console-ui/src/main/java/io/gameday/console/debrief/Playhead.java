package io.gameday.console.debrief;

import io.gameday.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The instant of a run that is looked at. Moves by event, by second, or by itself while it plays. Belongs to the UI
/// thread.
public final class Playhead {

    private static final Duration TICK = Duration.ofMillis(100);

    /// How fast it plays.
    public enum Speed {
        ONE("1×", 1), FOUR("4×", 4), SIXTEEN("16×", 16),
        /// From event to event, one at each tick.
        MAX("max", 0);

        private final String words;
        private final int factor;

        Speed(String words, int factor) {
            this.words = words;
            this.factor = factor;
        }

        public String words() {
            return words;
        }
    }

    private final Clock clock;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Instant> at = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.FOUR);
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;
    private List<Instant> events = List.of();
    private Clock.Cancellable ticking = () -> {
    };
    private long ticked;

    /// @param clock measures how long it has been playing
    /// @param ui    the UI thread; the clock's loop may be another
    public Playhead(Clock clock, Executor ui) {
        this.clock = clock;
        this.ui = ui;
    }

    /// Another run: stands still at its beginning.
    void over(Instant begin, Instant end) {
        pause();
        from = begin;
        to = end;
        events = List.of();
        at.set(begin);
    }

    /// What ← and → go to.
    void events(List<Instant> instants) {
        events = instants.stream().distinct().sorted().toList();
    }

    public ReadOnlyObjectProperty<Instant> atProperty() {
        return at.getReadOnlyProperty();
    }

    public Instant at() {
        return at.get();
    }

    public Instant from() {
        return from;
    }

    public Instant to() {
        return to;
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /// Before the begin and after the end, the nearest of both.
    public void moveTo(Instant instant) {
        at.set(on(instant));
    }

    /// Where an instant is on the strip: before the begin and after the end, the nearest of both.
    Instant on(Instant instant) {
        return instant.isBefore(from) ? from : instant.isAfter(to) ? to : instant;
    }

    /// To the next event; after the last one, to the end.
    public void nextEvent() {
        moveTo(events.stream().filter(e -> e.isAfter(at())).findFirst().orElse(to));
    }

    /// To the event before; before the first one, to the begin.
    public void previousEvent() {
        moveTo(events.reversed().stream().filter(e -> e.isBefore(at())).findFirst().orElse(from));
    }

    public void nextSecond() {
        moveTo(at().plusSeconds(1));
    }

    public void previousSecond() {
        moveTo(at().minusSeconds(1));
    }

    public void home() {
        moveTo(from);
    }

    public void end() {
        moveTo(to);
    }

    /// Plays from here, from the beginning when it stands at the end, or pauses.
    public void playOrPause() {
        if (playing.get()) {
            pause();
        } else if (to.isAfter(from)) {
            if (!at().isBefore(to)) {
                home();
            }
            playing.set(true);
            ticked = clock.ticks();
            ticking = clock.every(TICK, () -> ui.execute(this::tick));
        }
    }

    void pause() {
        ticking.cancel();
        playing.set(false);
    }

    private void tick() {
        if (!playing.get()) {
            return;
        }
        long now = clock.ticks();
        long passed = now - ticked;
        ticked = now;
        if (speed.get() == Speed.MAX) {
            nextEvent();
        } else {
            moveTo(at().plusNanos(passed * speed.get().factor));
        }
        if (!at().isBefore(to)) {
            pause();
        }
    }
}
