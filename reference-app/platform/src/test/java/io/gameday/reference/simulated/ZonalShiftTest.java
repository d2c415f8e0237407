package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.observability.Tally;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A zone that is sick is left by a shift, by a deployment, or by nobody.
class ZonalShiftTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void customersRecoverWithinSecondsOfTheShiftWhileTheFaultLastsAndWithoutItTheyDoNot(long seed) {
        SimulatedDay left = played("zonal-shift", seed);
        SimulatedDay stayed = played("zonal-shift-off", seed);

        // From three seconds after the shift to the end of the fault.
        assertThat(failed(left, 18, 59)).isZero();
        assertThat(failed(stayed, 18, 59)).isGreaterThan(100);
        assertThat(requestsTo("az1", left, 18, 59)).isZero();
        assertThat(requestsTo("az1", stayed, 18, 59)).isGreaterThan(1000);
        assertThat(canaries("az1", left, 18, 59)).as("canaries are untouched by the shift").isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aZoneThatIsLeftByADeploymentHurtsCustomersManyTimesAsLongAsOneThatIsShiftedAway(long seed) {
        SimulatedDay shifted = played("zonal-shift", seed);
        SimulatedDay deployed = played("zonal-shift-by-deployment", seed);

        // Both leave 15 s after the fault, which lasts for 60 s.
        long byShift = lastRequestTo("az1", shifted, 60) - 15;
        long byDeployment = lastRequestTo("az1", deployed, 60) - 15;
        assertThat(byShift).isBetween(-1L, 2L);
        assertThat(byDeployment).isGreaterThan(5 * Math.max(1, byShift)).isLessThan(40);
        assertThat(failed(deployed, 18, 59)).isGreaterThan(10);
        assertThat(failed(deployed, (int) byDeployment + 17, 59)).as("once it is left").isZero();
    }

    @Test
    void whatALeftZoneHadComesBackWhenTheConfigurationOfBeforeIsOrderedAgain() {
        SimulatedDay day = played("zonal-shift-by-deployment", 1);

        assertThat(day.events(Event.OperationBegun.class)).singleElement().satisfies(
                begun -> assertThat(begun.text()).isEqualTo("revision 2-without-az1 is ordered for cell-1, cell-2."));
        assertThat(day.events(Event.OperationDone.class)).singleElement().satisfies(
                done -> assertThat(done.text()).isEqualTo("revision 1 is ordered again for cell-1, cell-2."));
        assertThat(day.events(Event.TasksChanged.class)).last()
                .satisfies(changed -> assertThat(changed.tasks()).filteredOn(task -> task.state() == Task.State.HEALTHY)
                        .extracting(Task::zone).containsExactlyInAnyOrder("az1", "az1", "az2", "az2", "az3", "az3"));
        assertThat(day.events(Event.InterventionRecorded.class)).isEmpty();
    }

    @Test
    void theShiftIsInTheJournalFromItsBeginToItsPlannedEndAndIsNoIntervention() {
        SimulatedDay day = played("zonal-shift", 1);

        assertThat(day.events(Event.OperationBegun.class)).singleElement().satisfies(begun -> {
            assertThat(begun.step()).isEqualTo("leave");
            assertThat(begun.lasts()).isEqualTo(Duration.ofSeconds(60));
            assertThat(begun.text()).isEqualTo("(zone az1) gets no new requests for 60 s.");
        });
        assertThat(day.events(Event.OperationDone.class)).singleElement()
                .satisfies(done -> assertThat(done.why()).isEqualTo("planned end"));
        assertThat(day.events(Event.InterventionRecorded.class)).isEmpty();
        assertThat(requestsTo("az1", day, 80, 85)).as("customers are back").isPositive();
    }

    @Test
    void aShiftOutOfTheLastHealthyZonesIsRefusedAndSaid() {
        SimulatedDay day = new SimulatedDay(
                SimulatedDay.catalog("zonal-shift").replace("zones: [az1, az2, az3]", "zones: [az1, az2]")
                        .replace("inject: zone-loss, zone: az1, share: 12 %", "inject: zone-power-loss, zone: az2")
                        .replace("zone-impact, zone: az2", "zone-impact, zone: az1")
                        .replace("    - { silent: zone-impact, zone: az3 }\n", ""),
                1);
        assertThat(day.finish()).isNotEqualTo(ExitCode.HELD);

        assertThat(day.events(Event.OperationRefused.class)).singleElement().satisfies(
                refused -> assertThat(refused.why()).isEqualTo("az1 cannot be shifted away: without az1 there "
                        + "would be no healthy task in cell-1, cell-2; nothing was shifted"));
        assertThat(day.inForce()).isEmpty();
    }

    @Test
    void whereTheOtherZoneDiesWhileOneIsLeftTheShiftFailsOpenAndSaysSo() {
        SimulatedDay day = new SimulatedDay(
                SimulatedDay.catalog("zonal-shift").replace("zones: [az1, az2, az3]", "zones: [az1, az2]")
                        .replace("inject: zone-loss, zone: az1, share: 12 %, at: 5s, for: 60s",
                                "inject: zone-power-loss, zone: az2, at: 25s, for: 30s")
                        .replace("    - { silent: zone-impact, zone: az3 }\n", ""),
                1);
        day.finish();

        assertThat(day.events(Event.AutomationActed.class))
                .anySatisfy(acted -> assertThat(acted.name()).isEqualTo("zonal-shift-fails-open"));
        assertThat(requestsTo("az1", day, 5, 25)).isPositive();
    }

    private static SimulatedDay played(String name, long seed) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), seed);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        return day;
    }

    /// Failed requests of customers, from one second after the first fault to another.
    private static long failed(SimulatedDay day, int from, int to) {
        Tally tally = tally("customer site", day, from, to);
        return tally.requests() - tally.useful();
    }

    private static long requestsTo(String zone, SimulatedDay day, int from, int to) {
        return tally("customer zone " + zone, day, from, to).requests();
    }

    /// Seconds from the first fault to the last one in which a customer's request went to the zone.
    private static long lastRequestTo(String zone, SimulatedDay day, int before) {
        return day.events(Event.SecondMeasured.class).stream()
                .filter(s -> s.second().isBefore(day.firstFault().plusSeconds(before)))
                .filter(s -> s.series().getOrDefault("customer zone " + zone, Tally.NONE).requests() > 0)
                .mapToLong(s -> Duration.between(day.firstFault(), s.second()).toSeconds()).max().orElseThrow();
    }

    private static long canaries(String zone, SimulatedDay day, int from, int to) {
        return tally("canary zone " + zone, day, from, to).requests();
    }

    private static Tally tally(String series, SimulatedDay day, int from, int to) {
        List<Event.SecondMeasured> seconds = day.events(Event.SecondMeasured.class);
        return seconds.stream()
                .filter(s -> !s.second().isBefore(day.firstFault().plusSeconds(from))
                        && s.second().isBefore(day.firstFault().plusSeconds(to)))
                .map(s -> s.series().getOrDefault(series, Tally.NONE)).reduce(Tally.NONE, Tally::plus);
    }
}
