package io.gameday.console.live.fleet;

import io.gameday.console.control.State;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.view.AlarmView;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.target.Task;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the map of a fleet shows, and which cell is chosen and opened in it. Each second costs one look at each series of
/// its cells and zones, however long the run. Needs no toolkit.
public final class FleetModel {

    /// With more cells than this, a tile for each task has no room.
    public static final int MOST_IN_MATRIX = 12;

    /// In which order the map shows cells.
    public enum Order {
        BY_ID, WORST_FIRST
    }

    /// How many seconds "the last 10 s" are.
    private static final int RECENT = 10;

    private final ReadOnlyObjectWrapper<Fleet> fleet = new ReadOnlyObjectWrapper<>(Fleet.EMPTY);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.BY_ID);
    private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> opened = new SimpleObjectProperty<>();
    private final Deque<SecondMeasured> recent = new ArrayDeque<>();
    private final BitSet hurtEver = new BitSet();
    private List<String> cells = List.of();
    private List<String> zones = List.of();
    private Sums inZones = new Sums(List.of());
    private Sums inCells = new Sums(List.of());
    private Sums inBoxes = new Sums(List.of());
    private final Map<String, Integer> places = new HashMap<>();
    /// Places that a task was ever told of, and what is known of the tasks there now.
    private final BitSet lain = new BitSet();
    private final BitSet serving = new BitSet();
    private final BitSet starting = new BitSet();
    private final BitSet unhealthy = new BitSet();
    private boolean told;
    private boolean faulted;

    /// Requests of the last seconds, by place.
    private static final class Sums {
        private final List<String> series;
        private final long[] requests;
        private final long[] useful;

        Sums(List<String> series) {
            this.series = series;
            requests = new long[series.size()];
            useful = new long[series.size()];
        }

        void add(SecondMeasured second, int sign) {
            for (int i = 0; i < requests.length; i++) {
                Tally tally = second.series().get(series.get(i));
                if (tally != null) {
                    requests[i] += sign * tally.requests();
                    useful[i] += sign * tally.useful();
                }
            }
        }

        boolean hurt(int i) {
            return requests[i] > 0 && (double) useful[i] / requests[i] < Words.WELL;
        }

        Tally tally(int i) {
            return new Tally(requests[i], useful[i], 0, 0);
        }
    }

    /// Forgets the run, and what was chosen in it.
    public void forget() {
        startOver();
        chosen.set(null);
        opened.set(null);
    }

    /// Nothing was read yet; which cell is chosen and opened stays.
    public void startOver() {
        begin(List.of(), List.of());
        fleet.set(Fleet.EMPTY);
    }

    /// Takes in what the journal says next.
    public void accept(Entry entry) {
        switch (entry.event()) {
            case Event.RunStarted started -> begin(started.cells(), started.zones());
            case Event.TasksChanged change -> changed(change.tasks());
            case Event.FaultInjected _ -> faulted = true;
            case SecondMeasured second -> measured(second);
            default -> {
                // Says nothing about how a cell stands.
            }
        }
    }

    private void begin(List<String> cells, List<String> zones) {
        boolean many = cells.size() > MOST_IN_MATRIX;
        this.cells = many ? cells : List.of();
        this.zones = many ? zones : List.of();
        inZones = new Sums(this.zones.stream().map(Seconds::zone).toList());
        inCells = new Sums(this.cells.stream().map(Seconds::cell).toList());
        inBoxes = new Sums(this.cells.stream()
                .flatMap(cell -> this.zones.stream().map(zone -> Seconds.cellZone(cell, zone))).toList());
        recent.clear();
        hurtEver.clear();
        places.clear();
        for (String cell : this.cells) {
            for (String zone : this.zones) {
                places.put(cell + " " + zone, places.size());
            }
        }
        List.of(lain, serving, starting, unhealthy).forEach(BitSet::clear);
        told = false;
        faulted = false;
    }

    private void measured(SecondMeasured second) {
        if (cells.isEmpty()) {
            return;
        }
        recent.add(second);
        add(second, 1);
        if (recent.size() > RECENT) {
            add(recent.remove(), -1);
        }
        for (int cell = 0; faulted && cell < cells.size(); cell++) {
            if (inCells.hurt(cell)) {
                hurtEver.set(cell);
            }
        }
    }

    private void add(SecondMeasured second, int sign) {
        inZones.add(second, sign);
        inCells.add(second, sign);
        inBoxes.add(second, sign);
    }

    /// Brings the picture up to what was taken in. Without effect for a run of few cells.
    public void refresh(RunView view) {
        if (cells.isEmpty()) {
            return;
        }
        Fleet.Box[][] boxes = boxes(view);
        Map<String, Instant> alarmed = alarmed(view);
        List<Fleet.Cell> shown = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            Instant alarm = alarmed.get(cells.get(cell));
            shown.add(new Fleet.Cell(cells.get(cell), List.of(boxes[cell]), inCells.tally(cell), p99(cell),
                    view.sinceZero(alarm)));
        }
        fleet.set(new Fleet(zones(view, boxes), shown, hurtEver.cardinality()));
    }

    private String p99(int cell) {
        Tally newest = recent.isEmpty()
                ? Tally.NONE
                : recent.getLast().series().getOrDefault(inCells.series.get(cell), Tally.NONE);
        return newest.requests() == 0
                ? ""
                : (newest.failed() > 0 ? "≥ " : "") + Math.round(newest.p99Micros() / 1000.0) + " ms";
    }

    private static Map<String, Instant> alarmed(RunView view) {
        Map<String, Instant> first = new HashMap<>();
        for (AlarmView alarm : view.alarms()) {
            if (alarm.scope() instanceof Scope.Cell(String cell) && alarm.firstRaised() != null) {
                first.merge(cell, alarm.firstRaised(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return first;
    }

    private List<Fleet.Zone> zones(RunView view, Fleet.Box[][] boxes) {
        List<Fleet.Zone> shown = new ArrayList<>();
        for (int zone = 0; zone < zones.size(); zone++) {
            Map<State, Integer> counts = new EnumMap<>(State.class);
            int starting = 0;
            for (Fleet.Box[] cell : boxes) {
                counts.merge(cell[zone].state(), 1, Integer::sum);
                starting += cell[zone].starting() ? 1 : 0;
            }
            Tally customers = inZones.tally(zone);
            State state = view.withoutPower(zones.get(zone))
                    ? State.DEAD
                    : customers.requests() == 0 ? State.UNKNOWN : inZones.hurt(zone) ? State.GRAY : State.HEALTHY;
            shown.add(new Fleet.Zone(zones.get(zone), state, customers, counts, starting));
        }
        return shown;
    }

    private void changed(List<Task> tasks) {
        told = true;
        serving.clear();
        starting.clear();
        unhealthy.clear();
        for (Task task : tasks) {
            Integer at = places.get(task.cell() + " " + task.zone());
            if (at != null) {
                lain.set(at);
                switch (task.state()) {
                    case STARTING -> starting.set(at);
                    case HEALTHY -> serving.set(at);
                    case UNHEALTHY -> {
                        serving.set(at);
                        unhealthy.set(at);
                    }
                    case STOPPED -> {
                        // Neither serves nor will.
                    }
                }
            }
        }
    }

    private Fleet.Box[][] boxes(RunView view) {
        Fleet.Box[][] boxes = new Fleet.Box[cells.size()][zones.size()];
        for (int zone = 0; zone < zones.size(); zone++) {
            boolean dark = view.withoutPower(zones.get(zone));
            for (int cell = 0; cell < cells.size(); cell++) {
                int at = cell * zones.size() + zone;
                boxes[cell][zone] = new Fleet.Box(state(at, dark), starting.get(at));
            }
        }
        return boxes;
    }

    private State state(int at, boolean dark) {
        if (told && !lain.get(at)) {
            return State.PLAIN;
        }
        if (dark || told && !serving.get(at)) {
            return State.DEAD;
        }
        if (unhealthy.get(at) || inBoxes.hurt(at)) {
            return State.GRAY;
        }
        return inBoxes.requests[at] == 0 ? State.UNKNOWN : State.HEALTHY;
    }

    public ReadOnlyObjectProperty<Fleet> fleetProperty() {
        return fleet.getReadOnlyProperty();
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /// The cell that the keys act on; null where none is.
    public ObjectProperty<@Nullable String> chosenProperty() {
        return chosen;
    }

    /// The cell whose tasks are shown; null where none is.
    public ObjectProperty<@Nullable String> openedProperty() {
        return opened;
    }

    /// The cells as the map shows them.
    public List<Fleet.Cell> inOrder() {
        return order.get() == Order.BY_ID ? fleet.get().cells() : fleet.get().worstFirst();
    }

    /// Chooses the cell that is called `text`, or `…-text`, or has it in its name.
    ///
    /// @return false where there is none; the choice stays then
    public boolean find(String text) {
        String wanted = text.strip();
        List<String> names = fleet.get().cells().stream().map(Fleet.Cell::name).toList();
        Optional<String> found = Stream.<Predicate<String>>of(wanted::equals, name -> name.endsWith("-" + wanted),
                name -> name.contains(wanted)).flatMap(fits -> names.stream().filter(fits)).findFirst();
        found.ifPresent(chosen::set);
        return found.isPresent();
    }
}
