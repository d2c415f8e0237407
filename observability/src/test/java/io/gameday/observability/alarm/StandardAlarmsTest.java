package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Measurement;
import io.gameday.observability.Meter;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The alarms over seconds as a run of two cells and three zones gives them: 120 requests of customers with one attempt
/// each, and five canaries for each cell in each zone.
class StandardAlarmsTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2");
    private static final List<String> ZONES = List.of("az1", "az2", "az3");
    private static final Map<String, Double> WELL = Map.of("az1", 0.0, "az2", 0.0, "az3", 0.0);

    private final Meter meter = new Meter();
    private final History history = new History(60);
    private final List<Alarm> alarms = StandardAlarms.of(CELLS, ZONES);
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @BeforeEach
    void aSteadyStateOfThirtySeconds() {
        pass(30, 120, WELL, WELL);
    }

    @Test
    void inTheSteadyStateEveryAlarmHasDataAndIsSilent() {
        assertThat(alarms).extracting(Alarm::name).containsExactly("site-availability", "traffic-drop", "cell-impact",
                "cell-impact", "zone-impact", "zone-impact", "zone-impact");
        assertThat(alarms).allSatisfy(alarm -> assertThat(alarm.state()).isEqualTo(AlarmState.OK));
    }

    @Test
    void aDeadZoneThatOnlyTheCanariesSeeIsFoundWithinFiveSeconds() {
        pass(5, 120, WELL, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0));
        assertThat(inAlarm()).containsExactly("zone-impact zone az1");
    }

    @Test
    void aZoneWhoseAttemptsFailIsFoundEvenWhenRetriesHideItFromCustomers() {
        pass(5, 120, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0), WELL);
        assertThat(inAlarm()).contains("zone-impact zone az1").doesNotContain("zone-impact zone az2",
                "zone-impact zone az3");
    }

    @Test
    void oneCellsPartThatIsDeadIsNotItsZonesImpact() {
        for (int second = 0; second < 15; second++) {
            for (String zone : ZONES) {
                for (String cell : CELLS) {
                    boolean dead = zone.equals("az2") && cell.equals("cell-1");
                    send(Observer.CANARY, cell, zone, 5, dead ? 1 : 0, second);
                    send(Observer.CUSTOMER, cell, zone, 20, 0, second);
                }
            }
            history.add(meter.close(now));
            now = now.plusSeconds(1);
            alarms.forEach(alarm -> alarm.onSecond(history));
        }
        assertThat(inAlarm()).isEmpty();
    }

    @Test
    void whenAllZonesAreEquallyBadItIsNoZonesFault() {
        Map<String, Double> half = Map.of("az1", 0.5, "az2", 0.5, "az3", 0.5);
        pass(15, 120, half, half);
        assertThat(inAlarm()).containsExactly("site-availability site", "cell-impact cell cell-1",
                "cell-impact cell cell-2");
    }

    @Test
    void aDeadZoneStandsOutAmongOthersThatSufferToo() {
        Map<String, Double> dead = Map.of("az1", 1.0, "az2", 0.27, "az3", 0.27);
        pass(15, 120, dead, dead);
        assertThat(inAlarm()).contains("zone-impact zone az1", "site-availability site")
                .doesNotContain("zone-impact zone az2", "zone-impact zone az3");
    }

    @Test
    void customersWhoAreGoneDropTheTraffic() {
        pass(5, 20, WELL, WELL);
        assertThat(inAlarm()).containsExactly("traffic-drop site");
    }

    @Test
    void withoutTrafficThereIsNothingToSayAboutIt() {
        List<Alarm> fresh = StandardAlarms.of(CELLS, ZONES);
        History empty = new History(60);
        for (int second = 0; second < 40; second++) {
            empty.add(new Meter().close(now.plusSeconds(second)));
            fresh.forEach(alarm -> alarm.onSecond(empty));
        }
        assertThat(fresh).allSatisfy(alarm -> assertThat(alarm.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA));
    }

    @Test
    void anAlarmEndsAfterItsCauseHasLeftTheWindow() {
        pass(10, 120, WELL, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0));
        pass(StandardAlarms.WINDOW_SECONDS + 5, 120, WELL, WELL);
        assertThat(inAlarm()).isEmpty();
    }

    private List<String> inAlarm() {
        return alarms.stream().filter(alarm -> alarm.state() == AlarmState.ALARM)
                .map(alarm -> alarm.name() + " " + alarm.scope()).toList();
    }

    /// @param attempts share of requests that fail, by zone; what a customer's attempt does, the customer sees only
    ///                 when the canaries fail as well
    /// @param canaries share of canaries that fail, by zone
    private void pass(int seconds, int rate, Map<String, Double> attempts, Map<String, Double> canaries) {
        for (int second = 0; second < seconds; second++) {
            int each = rate / CELLS.size() / ZONES.size();
            for (String zone : ZONES) {
                for (String cell : CELLS) {
                    boolean hidden = canaries.get(zone) == 0;
                    send(Observer.ATTEMPT, cell, zone, each, attempts.get(zone), second);
                    send(Observer.CUSTOMER, cell, zone, each, hidden ? 0 : attempts.get(zone), second);
                    send(Observer.CANARY, cell, zone, 5, canaries.get(zone), second);
                }
            }
            history.add(meter.close(now));
            now = now.plusSeconds(1);
            alarms.forEach(alarm -> alarm.onSecond(history));
        }
    }

    /// Failures are spread evenly, over seconds too.
    private void send(Observer observer, String cell, String zone, int requests, double failing, int second) {
        for (int i = 0; i < requests; i++) {
            long number = (long) second * requests + i;
            boolean fails = Math.floor((number + 1) * failing) > Math.floor(number * failing);
            meter.record(new Measurement(observer, cell, zone, "orders-" + cell + "-" + zone,
                    observer == Observer.CUSTOMER ? "c-01" : null, fails ? Outcome.FAILED : Outcome.USEFUL,
                    Duration.ofMillis(100)));
        }
    }
}
