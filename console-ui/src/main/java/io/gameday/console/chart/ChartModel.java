package io.gameday.console.chart;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.target.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the charts show: which part of the system, split how, over what time, and where the playhead stands. Needs no
/// toolkit.
public final class ChartModel {

    /// How a part is taken apart.
    public enum Split {
        ZONES, CELLS
    }

    /// How much time is shown.
    public enum Window {
        HALF_MINUTE(30), MINUTE(60), ALL(0);

        private final long seconds;

        Window(long seconds) {
            this.seconds = seconds;
        }
    }

    private static final int RECENT = 10;
    /// Of the time shown, at most so much is still to come.
    private static final double FUTURE = 0.35;

    private final ObjectProperty<Split> split;
    private final ObjectProperty<Window> window = new SimpleObjectProperty<>(Window.MINUTE);
    private final ReadOnlyObjectWrapper<Scope> place = new ReadOnlyObjectWrapper<>(Scope.SITE);
    private final ReadOnlyObjectWrapper<ChartFrame> frame = new ReadOnlyObjectWrapper<>(ChartFrame.EMPTY);
    private final ObjectProperty<@Nullable Instant> playhead = new SimpleObjectProperty<>();
    private @Nullable RunView view;
    private Instant now = Instant.EPOCH;
    private Function<Scope, State> standing = _ -> State.UNKNOWN;

    public ChartModel(Split first) {
        split = new SimpleObjectProperty<>(first);
        split.addListener(_ -> {
            place.set(Scope.SITE);
            redraw();
        });
        window.addListener(_ -> redraw());
    }

    /// The site, over a minute: for a run that is shown anew.
    public void home() {
        place.set(Scope.SITE);
        playhead.set(null);
    }

    /// Takes in what is known by now. @param how how a part of the system stands
    public void update(RunView view, Instant now, Function<Scope, State> how) {
        this.view = view;
        this.now = now;
        this.standing = how;
        redraw();
    }

    /// Shows what `scope` consists of; without effect on a task, which consists of nothing.
    public void open(Scope scope) {
        if (!(scope instanceof Scope.Instance) && !scope.equals(place.get())) {
            place.set(scope);
            redraw();
        }
    }

    /// One level up; without effect at the site.
    public void up() {
        place.set(above(place.get()));
        redraw();
    }

    private Scope above(Scope scope) {
        return switch (scope) {
            case Scope.CellZone(String cell, String zone) ->
                split.get() == Split.ZONES ? new Scope.Zone(zone) : new Scope.Cell(cell);
            case Scope.Site _,Scope.Zone _,Scope.Cell _,Scope.Instance _ -> Scope.SITE;
        };
    }

    /// From the site down to what is shown.
    public List<Scope> path() {
        List<Scope> path = new ArrayList<>(List.of(place.get()));
        while (!path.getFirst().equals(Scope.SITE)) {
            path.addFirst(above(path.getFirst()));
        }
        return path;
    }

    private void redraw() {
        RunView run = view;
        var started = run == null ? null : run.started();
        if (run == null || started == null) {
            frame.set(ChartFrame.EMPTY);
            return;
        }
        Instant end = now.truncatedTo(ChronoUnit.SECONDS);
        Instant planned = run.faultsEnd();
        Instant first = run.seconds().isEmpty() ? end : run.seconds().all().getFirst().second();
        long shown = window.get() == Window.ALL
                ? Math.max(30, Duration.between(first, end).toSeconds())
                : window.get().seconds;
        long ahead = planned == null || !planned.isAfter(end)
                ? 0
                : Math.min(Duration.between(end, planned).toSeconds() + 2, Math.round(shown * FUTURE));
        Instant to = end.plusSeconds(ahead);
        Instant from = window.get() == Window.ALL ? end.minusSeconds(shown) : to.minusSeconds(shown);
        List<SecondMeasured> seconds = run.seconds().all().stream()
                .filter(second -> !second.second().plusSeconds(1).isBefore(from) && second.second().isBefore(end))
                .toList();
        List<ChartFrame.Row> rows = scopes(run, started.cells(), started.zones()).stream().map(s -> row(run, s))
                .toList();
        Instant alarm = run.alarms().stream().map(AlarmView::firstRaised).filter(Objects::nonNull)
                .min(Instant::compareTo).orElse(null);
        frame.set(new ChartFrame(from, to, end, seconds, rows, bands(run, _ -> true), run.zero(), alarm, planned));
    }

    private List<Scope> scopes(RunView run, List<String> cells, List<String> zones) {
        Scope here = place.get();
        Stream<Scope> parts = switch (here) {
            case Scope.Site _ ->
                split.get() == Split.ZONES ? zones.stream().map(Scope.Zone::new) : cells.stream().map(Scope.Cell::new);
            case Scope.Zone(String zone) -> cells.stream().map(cell -> new Scope.CellZone(cell, zone));
            case Scope.Cell(String cell) -> zones.stream().map(zone -> new Scope.CellZone(cell, zone));
            case Scope.CellZone(String cell, String zone) ->
                run.tasks(cell, zone).stream().map(task -> new Scope.Instance(task.id()));
            case Scope.Instance _ -> Stream.of();
        };
        return Stream.concat(Stream.of(here), parts).toList();
    }

    private ChartFrame.Row row(RunView run, Scope scope) {
        Tally recent = Seconds.sum(run.seconds().last(RECENT), series(Observer.CUSTOMER, scope));
        Tally newest = run.seconds().isEmpty()
                ? Tally.NONE
                : run.seconds().newest().series().getOrDefault(series(Observer.CUSTOMER, scope), Tally.NONE);
        State state = standing.apply(scope);
        Instant flag = run.alarms().stream().filter(alarm -> alarm.scope().equals(scope)).map(AlarmView::firstRaised)
                .filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
        return new ChartFrame.Row(scope, name(scope), state, "", Words.percent(recent),
                Texts.of("live.of-total", String.format(Locale.ROOT, "%,d", recent.useful()),
                        String.format(Locale.ROOT, "%,d", recent.requests())),
                newest.requests() == 0
                        ? Texts.of("live.chart.no-answers")
                        : (newest.failed() > 0 ? "≥ " : "") + Math.round(newest.p99Micros() / 1000.0) + " ms",
                flag, dark(run, scope));
    }

    /// Below the part that is shown, only what is new is said: `cell-1` in `az2` is `cell-1`.
    private String name(Scope scope) {
        return scope instanceof Scope.CellZone(String cell, String zone) && !scope.equals(place.get())
                ? place.get() instanceof Scope.Zone ? cell : zone
                : Texts.said(Words.name(scope));
    }

    private List<ChartFrame.Band> dark(RunView run, Scope scope) {
        String zone = scope instanceof Scope.Zone(String all)
                ? all
                : scope instanceof Scope.CellZone(String _, String part) ? part : null;
        return zone == null ? List.of() : bands(run, fault -> fault.equals(new Fault.ZonePowerLoss(zone)));
    }

    private static List<ChartFrame.Band> bands(RunView run, Function<Fault, Boolean> wanted) {
        List<ChartFrame.Band> bands = new ArrayList<>();
        for (FaultView fault : run.faults()) {
            Instant from = fault.injected();
            Instant to = fault.reverted() != null ? fault.reverted() : fault.plannedEnd();
            if (from != null && to != null && wanted.apply(fault.fault())) {
                bands.add(new ChartFrame.Band(from, to));
            }
        }
        return bands;
    }

    static String series(Observer observer, Scope scope) {
        return observer.name().toLowerCase(Locale.ROOT) + " " + scope;
    }

    public ObjectProperty<Split> splitProperty() {
        return split;
    }

    public ObjectProperty<Window> windowProperty() {
        return window;
    }

    public ReadOnlyObjectProperty<Scope> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChartFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// Where the pointer or the keyboard asks for values; null when nobody asks.
    public ObjectProperty<@Nullable Instant> playheadProperty() {
        return playhead;
    }
}
