package io.gameday.console.audience;

import io.gameday.console.chart.ChartModel;
import io.gameday.console.control.State;
import io.gameday.console.run.FollowedRun;
import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the audience sees of one run. Everything in it has come through an [AudienceFilter]; the run itself is only asked
/// for its entries and the time. Belongs to the UI thread, needs no toolkit.
public final class AudienceViewModel {

    private static final int RECENT = 10;
    private static final int CAPACITY = 500;

    private final BooleanProperty strict = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.PREPARE);
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper running = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper firstAlarm = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Tile>> tiles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<AlarmLine>> alarms = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<Told.Line> happened = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper lookingBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<BrokenThing>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ChartModel charts = new ChartModel(ChartModel.Split.ZONES);
    private final Set<String> acted = new HashSet<>();
    private @Nullable FollowedRun run;
    private AudienceFilter filter = new AudienceFilter(false);
    private RunView view = new RunView();
    private @Nullable Instant began;
    private @Nullable Instant alarmed;
    private long generation;

    public AudienceViewModel() {
        strict.addListener(_ -> {
            if (run != null) {
                follow(run, lookingBack.get());
            }
        });
    }

    /// Shows this run from now on, from its beginning.
    public void show(FollowedRun next) {
        follow(next, false);
    }

    /// Shows a run that is over once more, with everything that was withheld, to look back on together.
    public void lookBack(FollowedRun again) {
        follow(again, true);
    }

    private void follow(FollowedRun next, boolean everything) {
        run = next;
        lookingBack.set(everything);
        long mine = ++generation;
        next.follow(batch -> {
            // Whoever followed before, of another run or not as strict, reads on into nothing.
            if (mine == generation) {
                take(batch);
            }
        });
        refresh();
    }

    /// Shows no run.
    public void clear() {
        run = null;
        generation++;
        forget();
        clock.set("");
        running.set("");
    }

    private void forget() {
        filter = lookingBack.get() ? AudienceFilter.lookingBack() : new AudienceFilter(strict.get());
        view = new RunView();
        began = null;
        alarmed = null;
        acted.clear();
        happened.clear();
        phase.set(Phase.PREPARE);
        firstAlarm.set("");
        origin.set("");
        tiles.set(Tile.of(view));
        faults.set(List.of());
        alarms.set(List.of());
        charts.home();
    }

    private void take(FollowedRun.Batch batch) {
        if (batch.anew()) {
            forget();
        }
        List<Told.Line> fresh = new ArrayList<>();
        batch.entries().forEach(entry -> take(filter.of(entry), fresh));
        if (!fresh.isEmpty()) {
            fresh.addAll(happened);
            fresh.sort(Comparator.comparingLong(Told.Line::seq).reversed());
            happened.setAll(fresh.subList(0, Math.min(CAPACITY, fresh.size())));
        }
    }

    private void take(Told told, List<Told.Line> fresh) {
        phase.set(told.phase());
        Entry entry = told.entry();
        if (entry != null) {
            view.accept(entry);
            switch (entry.event()) {
                case Event.RunStarted started -> {
                    began = entry.at();
                    origin.set(started.target().origin());
                }
                case Event.AlarmChanged change when alarmed == null && change.to() == AlarmState.ALARM -> {
                    alarmed = change.when() == null ? entry.at() : change.when();
                    firstAlarm.set(Texts.of("audience.first-alarm", AlarmLine.TIME.format(alarmed)));
                }
                default -> {
                    // The picture above has it.
                }
            }
        }
        // What the platform does again and again stands once.
        told.lines().stream().filter(line -> line.kind() != Told.Kind.AUTOMATION || acted.add(line.text()))
                .forEach(fresh::add);
    }

    /// Brings everything up to the present; at most ten times a second.
    public void refresh() {
        FollowedRun followed = run;
        if (followed == null) {
            return;
        }
        Instant now = followed.now();
        clock.set(AlarmLine.TIME.format(now));
        running.set(began == null || now.isBefore(began)
                ? Texts.of("audience.utc")
                : Texts.of("audience.running", Words.whole(Duration.between(began, now))));
        tiles.set(Tile.of(view));
        alarms.set(AlarmLine.of(view));
        faults.set(lookingBack.get() ? BrokenThing.of(view, now) : List.of());
        charts.update(view, now, this::state);
    }

    private State state(Scope scope) {
        if (view.allAlarms().stream().anyMatch(alarm -> alarm.raised() && alarm.scope().equals(scope))) {
            return State.ALARM;
        }
        Tally recent = Seconds.sum(view.seconds().last(RECENT), "customer " + scope);
        return recent.requests() == 0
                ? State.UNKNOWN
                : recent.availability().orElseThrow() < Words.WELL ? State.GRAY : State.HEALTHY;
    }

    /// The window has gone without anybody closing it. The run goes on.
    public void displayGone() {
        said.set(Texts.of(lookingBack.get() ? "audience.replay.display-gone" : "audience.display-gone"));
    }

    void opened() {
        said.set("");
    }

    /// Whether a run that is over is shown once more, with everything open.
    ReadOnlyBooleanProperty lookingBackProperty() {
        return lookingBack.getReadOnlyProperty();
    }

    /// What was broken, where one looks back; else nothing.
    ReadOnlyObjectProperty<List<BrokenThing>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /// Hides the split by zone, and the names of zones and cells.
    public BooleanProperty strictProperty() {
        return strict;
    }

    /// What Live has to say of the window; empty while all is well.
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    ReadOnlyStringProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    ReadOnlyStringProperty firstAlarmProperty() {
        return firstAlarm.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Tile>> tilesProperty() {
        return tiles.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<AlarmLine>> alarmsProperty() {
        return alarms.getReadOnlyProperty();
    }

    ObservableList<Told.Line> happened() {
        return happened;
    }

    ChartModel charts() {
        return charts;
    }
}
