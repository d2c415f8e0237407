package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Layout;
import io.gameday.observability.Measurement;
import io.gameday.observability.Meter;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
                "cell-impact", "zone-impact", "zone-impact", "zone-impact", "zone-latency-impact",
                "zone-latency-impact", "zone-latency-impact");
        assertThat(alarms).allSatisfy(alarm -> assertThat(alarm.state()).isEqualTo(AlarmState.OK));
    }

    @Test
    void aCellInOneZoneHasAnAlarmAboutItsHostsThatRingsSoonAndEndsLate() {
        List<Alarm> oneZone = StandardAlarms.of(Layout.roundRobin(CELLS, ZONES)).stream()
                .filter(alarm -> alarm.name().equals(StandardAlarms.HEALTHY_HOSTS)).toList();
        assertThat(oneZone).extracting(Alarm::reference).containsExactly("healthy-hosts/cell-1",
                "healthy-hosts/cell-2");
        Alarm alarm = oneZone.getFirst();
        canaries(oneZone, 30, 0);
        assertThat(alarm.state()).isEqualTo(AlarmState.OK);
        canaries(oneZone, 6, 0.4);
        assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
        canaries(oneZone, 40, 0);
        assertThat(alarm.state()).isEqualTo(AlarmState.ALARM);
        canaries(oneZone, 15, 0);
        assertThat(alarm.state()).isEqualTo(AlarmState.OK);
        assertThat(oneZone.getLast().state()).isEqualTo(AlarmState.OK);
    }

    /// Seconds in which so many of the first cell's canaries fail.
    private void canaries(List<Alarm> looking, int seconds, double failing) {
        for (int second = 0; second < seconds; second++) {
            send(Observer.CANARY, "cell-1", "az1", 5, failing, second);
            send(Observer.CANARY, "cell-2", "az2", 5, 0, second);
            history.add(meter.close(now));
            now = now.plusSeconds(1);
            looking.forEach(alarm -> alarm.onSecond(history));
        }
    }

    @Test
    void aDeadZoneThatOnlyTheCanariesSeeIsFoundWithinFiveSeconds() {
        pass(5, 120, WELL, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0));
        assertThat(inAlarm()).containsExactly("zone-impact zone az1");
    }

    @Test
    void aHiccupOfTwoSecondsRaisesNothing() {
        pass(2, 120, WELL, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0));
        assertThat(inAlarm()).isEmpty();
        pass(10, 120, WELL, WELL);
        assertThat(inAlarm()).isEmpty();
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
    void aZoneThatAnswersInFullButSlowlyIsFoundByItsLatencyAlone() {
        assertThat(slowly(5, Observer.CANARY, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0), 2))
                .containsExactly("zone-latency-impact zone az1");
    }

    @Test
    void slowAttemptsCountAsSlowCanariesDo() {
        assertThat(slowly(5, Observer.ATTEMPT, Map.of("az1", 0.0, "az2", 0.5, "az3", 0.0), 2))
                .containsExactly("zone-latency-impact zone az2");
    }

    @Test
    void whenAllZonesAreEquallySlowItIsNoZonesLatency() {
        assertThat(slowly(15, Observer.CANARY, Map.of("az1", 0.5, "az2", 0.5, "az3", 0.5), 2)).isEmpty();
    }

    @Test
    void oneSlowCellIsNotASlowZone() {
        assertThat(slowly(15, Observer.CANARY, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0), 1)).isEmpty();
    }

    /// Beside it the others look slow, which they are, and it does not.
    @Test
    void aDeadZoneThatFailsAtOnceIsNotTheQuickOne() {
        for (int second = 0; second < 15; second++) {
            for (String zone : ZONES) {
                for (String cell : CELLS) {
                    boolean dead = zone.equals("az1");
                    send(Observer.CANARY, cell, zone, 5, dead ? 1 : 0.6, second, dead ? Outcome.FAILED : Outcome.USEFUL,
                            Duration.ofMillis(dead ? 1 : 400));
                }
            }
            history.add(meter.close(now));
            now = now.plusSeconds(1);
            alarms.forEach(alarm -> alarm.onSecond(history));
        }
        assertThat(inAlarm()).contains("zone-impact zone az1").doesNotContain("zone-latency-impact zone az2",
                "zone-latency-impact zone az3");
    }

    /// Half of its window is from before, when everybody was quick.
    @Test
    void aZoneThatIsNoLongerAskedIsNotWhatTheOthersAreComparedWith() {
        for (int second = 0; second < 15; second++) {
            for (String zone : List.of("az2", "az3")) {
                CELLS.forEach(
                        cell -> send(Observer.ATTEMPT, cell, zone, 30, 0.6, 0, Outcome.USEFUL, Duration.ofMillis(400)));
            }
            history.add(meter.close(now));
            now = now.plusSeconds(1);
            alarms.forEach(alarm -> alarm.onSecond(history));
            assertThat(inAlarm()).as("second %d", second).noneMatch(name -> name.startsWith("zone"));
        }
    }

    @Test
    void slowRequestsWithinTheObjectiveAreNoImpact() {
        assertThat(slowly(30, Observer.ATTEMPT, Map.of("az1", 0.009, "az2", 0.0, "az3", 0.0), 2)).isEmpty();
    }

    @Test
    void theEvidenceOfLatencySpeaksOfSlowRequests() {
        List<String> evidence = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            sendSlowly(Observer.CANARY, Map.of("az1", 1.0, "az2", 0.0, "az3", 0.0), 2, second);
            alarms.forEach(alarm -> alarm.onSecond(history).ifPresent(change -> evidence.add(change.evidence())));
        }
        assertThat(evidence).singleElement().asString()
                .isEqualTo("canaries: 30 of 50 slow, before 0 of 280, p 2.6e-25");
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

    /// What is in alarm after so many seconds in which everything is answered and a share of one observer's requests
    /// is slow, in the first so many cells.
    private List<String> slowly(int seconds, Observer observer, Map<String, Double> slow, int cells) {
        for (int second = 0; second < seconds; second++) {
            sendSlowly(observer, slow, cells, second);
            alarms.forEach(alarm -> alarm.onSecond(history));
        }
        return inAlarm();
    }

    private void sendSlowly(Observer observer, Map<String, Double> slow, int cells, int second) {
        for (String zone : ZONES) {
            for (int cell = 0; cell < CELLS.size(); cell++) {
                for (Observer each : Observer.values()) {
                    double share = each == observer && cell < cells ? slow.get(zone) : 0;
                    send(each, CELLS.get(cell), zone, each == Observer.CANARY ? 5 : 20, share, second, Outcome.USEFUL,
                            Duration.ofMillis(400));
                }
            }
        }
        history.add(meter.close(now));
        now = now.plusSeconds(1);
    }

    private void send(Observer observer, String cell, String zone, int requests, double failing, int second) {
        send(observer, cell, zone, requests, failing, second, Outcome.FAILED, Duration.ofMillis(100));
    }

    /// Those that are hit are spread evenly, over seconds too.
    private void send(Observer observer, String cell, String zone, int requests, double hit, int second,
            Outcome outcome, Duration latency) {
        for (int i = 0; i < requests; i++) {
            long number = (long) second * requests + i;
            boolean isHit = Math.floor((number + 1) * hit) > Math.floor(number * hit);
            meter.record(new Measurement(observer, cell, zone, "orders-" + cell + "-" + zone,
                    observer == Observer.CUSTOMER ? "c-01" : null, isHit ? outcome : Outcome.USEFUL,
                    isHit ? latency : Duration.ofMillis(100)));
        }
    }
}
