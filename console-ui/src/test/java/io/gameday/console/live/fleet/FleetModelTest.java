package io.gameday.console.live.fleet;

import io.gameday.console.control.State;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.view.RunView;
import io.gameday.journal.view.Seconds;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FleetModelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> ZONES = List.of("az1", "az2", "az3");
    private static final int CELLS = 20;

    private final FleetModel model = new FleetModel();
    private final RunView view = new RunView();
    private Instant now = START;
    private long seq;

    private void say(Event event) {
        Entry entry = new Entry(++seq, now, "run", event);
        view.accept(entry);
        model.accept(entry);
    }

    private void begin(int cells) {
        say(new Event.RunStarted("fleet", "A fleet", "Nobody notices", TargetKind.SIMULATED, 1, "1", names(cells),
                ZONES, 150, 100, 400, "owner", 0));
    }

    @Test
    void turnedBackToTheVeryStartItShowsNothingAndKeepsWhichCellIsOpened() {
        begin(CELLS);
        second((cell, zone) -> 100);
        model.refresh(view);
        model.openedProperty().set("cell-3");

        model.startOver();

        assertThat(model.fleetProperty().get()).isEqualTo(Fleet.EMPTY);
        assertThat(model.openedProperty().get()).isEqualTo("cell-3");
    }

    private static List<String> names(int cells) {
        return IntStream.rangeClosed(1, cells).mapToObj(cell -> "cell-" + cell).toList();
    }

    private void tasks(String... changed) {
        Map<String, Task.State> other = new HashMap<>();
        for (String change : changed) {
            String[] parts = change.split(" ");
            other.put(parts[0] + " " + parts[1], Task.State.valueOf(parts[2]));
        }
        List<Task> tasks = new ArrayList<>();
        for (String cell : names(CELLS)) {
            for (String zone : ZONES) {
                String place = cell + " " + zone;
                tasks.add(new Task("orders-" + tasks.size(), cell, zone, other.getOrDefault(place, Task.State.HEALTHY),
                        "", 4));
            }
        }
        say(new Event.TasksChanged(tasks));
    }

    /// @param useful of 100 requests by cell and zone
    private void second(ToLongBiFunction<String, String> useful) {
        Map<String, Tally> series = new HashMap<>();
        for (String cell : names(CELLS)) {
            Tally all = Tally.NONE;
            for (String zone : ZONES) {
                Tally part = new Tally(100, useful.applyAsLong(cell, zone), 90_000, 200_000);
                series.put(Seconds.cellZone(cell, zone), part);
                series.merge(Seconds.zone(zone), part, Tally::plus);
                all = all.plus(part);
            }
            series.put(Seconds.cell(cell), all);
        }
        say(new SecondMeasured(now, series, 0, 0, 100));
        now = now.plusSeconds(1);
    }

    private void seconds(int count, ToLongBiFunction<String, String> useful) {
        IntStream.range(0, count).forEach(_ -> second(useful));
    }

    private Fleet.Cell cell(String name) {
        model.refresh(view);
        return model.fleetProperty().get().cells().stream().filter(cell -> cell.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private void fault() {
        say(new Event.FaultPlanned("f1", new Fault.ZonePowerLoss("az1"), Duration.ZERO, Duration.ofSeconds(40),
                names(CELLS), List.of("az1"), List.of(), "", "", ""));
        say(new Event.FaultInjected("f1", new Fault.ZonePowerLoss("az1"), Duration.ofSeconds(40),
                Duration.ofSeconds(8)));
    }

    @Test
    void aRunOfFewCellsHasNoMap() {
        begin(FleetModel.MOST_IN_MATRIX);
        model.refresh(view);
        assertThat(model.fleetProperty().get()).isEqualTo(Fleet.EMPTY);
    }

    @Test
    void nothingIsKnownOfACellBeforeAnythingWasToldOfIt() {
        begin(CELLS);
        assertThat(cell("cell-7").boxes()).allMatch(box -> box.state() == State.UNKNOWN);
    }

    @Test
    void aBoxIsHealthyWhenItsCustomersAreAndItsTaskServes() {
        begin(CELLS);
        tasks();
        second((_, _) -> 100);
        assertThat(cell("cell-7").boxes()).allMatch(box -> box.equals(new Fleet.Box(State.HEALTHY, false)));
        assertThat(model.fleetProperty().get().hurt()).isEmpty();
    }

    @Test
    void whatNobodyAsksIsNotGreen() {
        begin(CELLS);
        tasks();
        assertThat(cell("cell-7").boxes()).allMatch(box -> box.state() == State.UNKNOWN);
    }

    @Test
    void theWorstThatIsTrueOfABoxWins() {
        begin(CELLS);
        tasks("cell-1 az2 UNHEALTHY", "cell-2 az2 STARTING", "cell-3 az2 STOPPED");
        second((cell, zone) -> cell.equals("cell-4") && zone.equals("az3") ? 71 : 100);
        assertThat(cell("cell-1").boxes().get(1)).isEqualTo(new Fleet.Box(State.GRAY, false));
        assertThat(cell("cell-2").boxes().get(1)).isEqualTo(new Fleet.Box(State.DEAD, true));
        assertThat(cell("cell-3").boxes().get(1)).isEqualTo(new Fleet.Box(State.DEAD, false));
        assertThat(cell("cell-4").boxes().get(2)).isEqualTo(new Fleet.Box(State.GRAY, false));
    }

    @Test
    void aZoneThatACellDoesNotLieInIsNoDeadBox() {
        begin(CELLS);
        say(new Event.TasksChanged(List.of(new Task("orders-1", "cell-1", "az2", Task.State.HEALTHY, "", 4))));
        second((_, _) -> 100);
        assertThat(cell("cell-1").boxes()).extracting(Fleet.Box::state).containsExactly(State.PLAIN, State.HEALTHY,
                State.PLAIN);
    }

    @Test
    void aTaskThatServedAndIsGoneLeavesADeadBox() {
        begin(CELLS);
        tasks();
        tasks("cell-3 az2 STOPPED");
        assertThat(cell("cell-3").boxes().get(1).state()).isEqualTo(State.DEAD);
    }

    @Test
    void aZoneWithoutPowerIsDeadInEveryCell() {
        begin(CELLS);
        tasks();
        second((_, _) -> 100);
        fault();
        assertThat(cell("cell-20").boxes().get(0).state()).isEqualTo(State.DEAD);
        Fleet.Zone zone = model.fleetProperty().get().zones().getFirst();
        assertThat(zone.state()).isEqualTo(State.DEAD);
        assertThat(zone.boxes()).containsEntry(State.DEAD, CELLS);
    }

    @Test
    void hurtNowIsOfTenSecondsAndHurtAtAnyTimeStaysKnown() {
        begin(CELLS);
        tasks();
        seconds(10, (_, _) -> 100);
        fault();
        second((cell, _) -> cell.equals("cell-9") ? 40 : 100);
        assertThat(cell("cell-9").hurt()).isTrue();
        assertThat(model.fleetProperty().get().hurt()).extracting(Fleet.Cell::name).containsExactly("cell-9");
        seconds(10, (_, _) -> 100);
        assertThat(cell("cell-9").hurt()).isFalse();
        assertThat(model.fleetProperty().get().hurtEver()).isEqualTo(1);
        assertThat(cell("cell-9").customers()).isEqualTo(new Tally(3_000, 3_000, 0, 0));
    }

    @Test
    void whatWentWrongBeforeTheFirstFaultIsNotCountedAsHurtByIt() {
        begin(CELLS);
        tasks();
        second((_, _) -> 10);
        assertThat(cell("cell-9").hurt()).isTrue();
        assertThat(model.fleetProperty().get().hurtEver()).isZero();
    }

    @Test
    void theWorstCellsComeFirst() {
        begin(CELLS);
        tasks();
        second((cell, _) -> cell.equals("cell-5") ? 90 : cell.equals("cell-17") ? 20 : 100);
        model.refresh(view);
        assertThat(model.fleetProperty().get().hurt()).extracting(Fleet.Cell::name).containsExactly("cell-17",
                "cell-5");
        model.orderProperty().set(FleetModel.Order.WORST_FIRST);
        assertThat(model.inOrder()).hasSize(CELLS).extracting(Fleet.Cell::name).startsWith("cell-17", "cell-5",
                "cell-1");
    }

    @Test
    void aCellTellsWhenAnAlarmAboutItWasRaisedFirst() {
        begin(CELLS);
        tasks();
        fault();
        now = now.plusSeconds(4);
        say(new Event.AlarmChanged("cell-impact", new Scope.Cell("cell-9"), AlarmState.OK, AlarmState.ALARM, "71 %"));
        assertThat(cell("cell-9").alarmed()).isEqualTo("+4.0 s");
        assertThat(cell("cell-8").alarmed()).isEmpty();
    }

    @Test
    void aCellIsFoundByItsNameItsNumberOrAPartOfIt() {
        begin(CELLS);
        model.refresh(view);
        assertThat(model.find("cell-2")).isTrue();
        assertThat(model.chosenProperty().get()).isEqualTo("cell-2");
        assertThat(model.find(" 17 ")).isTrue();
        assertThat(model.chosenProperty().get()).isEqualTo("cell-17");
        assertThat(model.find("ell-1")).isTrue();
        assertThat(model.chosenProperty().get()).isEqualTo("cell-1");
        assertThat(model.find("cell-99")).isFalse();
        assertThat(model.chosenProperty().get()).isEqualTo("cell-1");
    }

    @Test
    void anotherRunBeginsWithoutWhatWasChosenAndSeen() {
        begin(CELLS);
        tasks();
        second((_, _) -> 10);
        model.refresh(view);
        model.openedProperty().set("cell-3");
        model.forget();
        assertThat(model.fleetProperty().get()).isEqualTo(Fleet.EMPTY);
        assertThat(model.openedProperty().get()).isNull();
    }
}
