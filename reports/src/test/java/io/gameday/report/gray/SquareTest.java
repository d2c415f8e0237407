package io.gameday.report.gray;

import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.Server;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.JournalBuilder;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.target.TargetKind;
import io.gameday.target.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.gameday.report.JournalBuilder.failing;
import static io.gameday.report.JournalBuilder.seconds;
import static org.assertj.core.api.Assertions.assertThat;

/// Seconds of ten in the square, after 25 healthy ones before the fault.
class SquareTest {

    private static final Scope AZ_1 = new Scope.Zone("az1");
    private static final Scope CELL_1 = new Scope.Cell("cell-1");
    private static final Scope CELL_2 = new Scope.Cell("cell-2");
    private static final Scope PART = new Scope.CellZone("cell-1", "az1");

    private final JournalBuilder journal = new JournalBuilder().started(TargetKind.LOCAL, 100).prepared();

    SquareTest() {
        journal.at(0, new Event.FaultInjected("f1", JournalBuilder.POWER_LOSS, seconds(40), seconds(8)));
    }

    @Test
    void customersWhoAreHurtAreGrayUntilAnAlarmSaysSo() {
        journal.seconds(0, 8, failing("cell-1 az1")).seconds(8, 10, failing());
        journal.alarm(3, "cell-impact", CELL_1, AlarmState.ALARM).alarm(9, "cell-impact", CELL_1, AlarmState.OK);
        assertThat(of(CELL_1)).isEqualTo(place(CELL_1, 25 + 1, 3, 1, 5, 0));
        assertThat(of(CELL_2)).isEqualTo(place(CELL_2, 25 + 10, 0, 0, 0, 0));
    }

    @Test
    void anAlarmOfTheSiteTellsOfAllWhoAreHurtAndIsNoFalseAlarmAboutWhoIsWell() {
        journal.seconds(0, 10, failing("cell-1 az1"));
        journal.alarm(3, "site-availability", Scope.SITE, AlarmState.ALARM);
        assertThat(of(CELL_1).detected()).isEqualTo(7);
        assertThat(of(AZ_1).detected()).isEqualTo(7);
        assertThat(of(CELL_2)).isEqualTo(place(CELL_2, 25 + 10, 0, 0, 0, 0));
    }

    @Test
    void aZonesAlarmSaysNothingOfACellThatIsHurtInAnotherZone() {
        journal.seconds(0, 10, failing("cell-1 az2"));
        journal.alarm(3, "zone-impact", AZ_1, AlarmState.ALARM);
        assertThat(of(CELL_1)).isEqualTo(place(CELL_1, 25, 10, 0, 0, 0));
        assertThat(of(AZ_1)).isEqualTo(place(AZ_1, 25 + 3, 0, 7, 0, 0));
    }

    @Test
    void aFailureThatRetriesKeepFromCustomersIsMasked() {
        journal.seconds(0, 10, failing());
        acted(2, "eviction", PART);
        acted(3, "eviction", PART);
        acted(5, "eviction-ended", PART);
        acted(7, "eviction-ended", PART);
        assertThat(of(AZ_1)).isEqualTo(place(AZ_1, 25 + 5, 0, 5, 0, 0));
    }

    @Test
    void aHealthCheckThatFailsSaysSoUntilItPassesAgain() {
        journal.seconds(0, 10, failing("cell-1 az1"));
        tasks(4, Task.State.UNHEALTHY);
        tasks(6, Task.State.HEALTHY);
        assertThat(of(CELL_1)).isEqualTo(place(CELL_1, 25, 8, 0, 2, 0));
    }

    @Test
    void aLostTaskIsKnownUntilItsServiceIsSteadyAgain() {
        journal.seconds(0, 10, failing());
        acted(2, "unhealthy-task", PART);
        acted(6, "steady-state", CELL_1);
        acted(3, "weigh-away", AZ_1);
        acted(8, "weigh-away-ended", AZ_1);
        assertThat(of(CELL_1).masked()).isEqualTo(4);
        assertThat(of(AZ_1).masked()).isEqualTo(6);
    }

    @Test
    void aPlaceThatNobodyAskedIsInNoQuadrant() {
        journal.seconds(0, 10, failing("-cell-1 az1", "-cell-2 az1"));
        journal.alarm(3, "zone-impact", AZ_1, AlarmState.ALARM);
        assertThat(of(AZ_1)).isEqualTo(place(AZ_1, 25, 0, 0, 0, 10));
    }

    @Test
    void whatStoodBeforeTheFirstFaultIsLeftOutFromThereOn() {
        journal.seconds(0, 10, failing("cell-1 az1"));
        journal.alarm(-5, "cell-impact", CELL_1, AlarmState.ALARM);
        assertThat(of(CELL_1)).isEqualTo(place(CELL_1, 20, 10, 5, 0, 0));
        assertThat(square().standingBefore()).containsExactly("cell-impact cell-1");
    }

    @Test
    void overloadIsNotGuessedAt() {
        journal.seconds(0, 10, refused(null));
        assertThat(square().overload()).startsWith("not told apart");
        assertThat(of(CELL_1)).isEqualTo(place(CELL_1, 25, 10, 0, 0, 0));
    }

    @Test
    void customersWhoWereRefusedForWantOfCapacityAreOverloadAndNotGrayWhoeverSaysSo() {
        journal.seconds(0, 10, refused(10L));
        journal.alarm(3, "cell-impact", CELL_1, AlarmState.ALARM);
        assertThat(of(CELL_1)).isEqualTo(new PlaceSeconds(CELL_1, 25, 0, 10, 7, 0, 0, 0, 0, null));
        assertThat(square().overload()).startsWith("not called gray");
    }

    @Test
    void fewRefusalsAmongWhatFailedAreNoOverload() {
        journal.seconds(0, 10, refused(9L));
        assertThat(of(CELL_1)).isEqualTo(place(CELL_1, 25, 10, 0, 0, 0));
    }

    @Test
    void serversThatCountThemselvesWellWhileCustomersAreHurtAreCountedAndSilenceIsNotWell() {
        Map<String, Tally> well = new HashMap<>(failing("cell-1 az1"));
        well.put("server site", new Tally(60, 60, 1, 1));
        well.put("server cell cell-1", new Tally(60, 60, 1, 1));
        Map<String, Tally> unwell = new HashMap<>(well);
        unwell.put("server cell cell-1", new Tally(60, 30, 1, 1));
        journal.seconds(0, 4, well).seconds(4, 6, unwell).seconds(6, 7, failing("cell-1 az1"));
        for (int n = 7; n < 10; n++) {
            Instant second = JournalBuilder.FIRST_SECOND.plusSeconds(n);
            journal.at(n + 1,
                    new Event.SecondMeasured(second, well, 1, 1, 40, List.of(new Server("orders-1", "cell-1", "az1"))));
        }
        assertThat(of(CELL_1).servers()).isEqualTo(new PlaceSeconds.Servers(4, 2, 4));
        assertThat(of(CELL_2).servers()).isEqualTo(new PlaceSeconds.Servers(0, 0, 0));
    }

    /// Twenty of the 40 requests of cell-1 fail, so many of them refused; null where that was not counted.
    private static Map<String, Tally> refused(@Nullable Long refused) {
        Map<String, Tally> series = new HashMap<>();
        for (String scope : List.of("site", "cell cell-1")) {
            series.put("customer " + scope, new Tally(40, 20, 1, 1, 0, refused));
        }
        return series;
    }

    private static PlaceSeconds place(Scope place, long healthy, long gray, long masked, long detected, long unasked) {
        return new PlaceSeconds(place, healthy, gray, 0, 0, masked, detected, 0, unasked, null);
    }

    private void acted(double at, String name, Scope scope) {
        journal.at(at,
                new Event.AutomationActed(name, scope, "", JournalBuilder.ZERO.plusMillis(Math.round(at * 1000))));
    }

    private void tasks(double at, Task.State state) {
        journal.at(at, new Event.TasksChanged(List.of(new Task("orders-1", "cell-1", "az1", state, "", 2))));
    }

    private PlaceSeconds of(Scope place) {
        return square().places().stream().filter(p -> p.place().equals(place)).findFirst().orElseThrow();
    }

    private Square square() {
        return Scorecard.of(journal.entries(), false, false).square();
    }
}
