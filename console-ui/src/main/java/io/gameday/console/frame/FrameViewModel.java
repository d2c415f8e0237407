package io.gameday.console.frame;

import io.gameday.console.run.FollowedRun;
import io.gameday.console.text.Language;
import io.gameday.console.text.Texts;
import io.gameday.journal.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What stands around every screen: where one is, the run with its phases and clock, STOP, notices and closing. Belongs
/// to the UI thread.
public final class FrameViewModel {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Supplier<Instant> wall;
    private final ZoneId zone;
    private final Notices notices = new Notices();
    private final StopViewModel stop;
    private final ClosingViewModel closing;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Texts.language());
    private final BooleanProperty help = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.HOME);
    private final ReadOnlyBooleanWrapper withRun = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timeOfDay = new ReadOnlyStringWrapper("");
    private @Nullable RunOnScreen shown;
    private boolean starting;

    /// @param wall the time of day
    /// @param zone that times of day are shown in
    public FrameViewModel(Supplier<Instant> wall, ZoneId zone) {
        this.wall = wall;
        this.zone = zone;
        stop = new StopViewModel(wall, zone, notices);
        closing = new ClosingViewModel(stop, wall);
        refresh();
    }

    void go(Place to) {
        place.set(to);
    }

    /// A run of ours is about to begin.
    /// @param abandon ends what is starting
    void starting(Runnable abandon) {
        drop();
        starting = true;
        stop.starting(abandon);
        closing.starting();
        refresh();
    }

    /// @param run null when it could not be started
    void show(@Nullable FollowedRun run, Origin origin) {
        drop();
        starting = false;
        RunOnScreen now = run == null ? null : new RunOnScreen(run, origin);
        shown = now;
        stop.show(now);
        closing.show(now);
        if (run != null) {
            run.version().addListener((_, _, _) -> refresh());
            run.contact().addListener((_, _, _) -> refresh());
        }
        refresh();
    }

    private void drop() {
        RunOnScreen before = shown;
        shown = null;
        if (before != null) {
            before.run().close();
        }
    }

    /// True while a run is starting or something of it may still be going on.
    public boolean busy() {
        return starting || shown != null && shown.inForce(wall.get());
    }

    /// Called several times a second, because time moves on without events.
    public void refresh() {
        RunOnScreen run = shown;
        withRun.set(run != null);
        stop.refresh();
        closing.refresh();
        Instant now = run == null ? wall.get() : run.run().now();
        steps.set(run == null ? List.of() : Stepper.steps(run, now));
        Instant zero = run == null ? null : run.view().zero();
        clock.set(zero == null || zero.isAfter(now)
                ? Texts.of("frame.clock.before")
                : "T+" + Words.whole(Duration.between(zero, now)));
        timeOfDay.set(
                TIME.format(now.atZone(zone)) + " " + zone.getDisplayName(TextStyle.SHORT_STANDALONE, Locale.ROOT));
    }

    /// Lets go of the run on the screen, without effect on it.
    public void close() {
        drop();
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty withRunProperty() {
        return withRun.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Step>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// Such as `T+29 s`.
    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty timeOfDayProperty() {
        return timeOfDay.getReadOnlyProperty();
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /// What the console speaks from its next start on.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// Whether the keyboard help is open.
    public BooleanProperty helpProperty() {
        return help;
    }

    public StopViewModel stop() {
        return stop;
    }

    public ClosingViewModel closing() {
        return closing;
    }

    public Notices notices() {
        return notices;
    }
}
