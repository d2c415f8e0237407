package io.gameday.reference.policy;

import io.gameday.reference.policy.WeighAway.Change;
import io.gameday.reference.policy.WeighAway.Entered;
import io.gameday.reference.policy.WeighAway.Left;
import io.gameday.reference.policy.WeighAway.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WeighAwayTest {

    private final WeighAway weighAway = new WeighAway(List.of("az1", "az2", "az3"));

    @ParameterizedTest(name = "{0} cells")
    @ValueSource(ints = {1, 2, 4})
    void aDeadZoneIsWeighedAwayWithinEightSecondsWithoutAnyTraffic(int cells) {
        // One health check per cell and one heartbeat.
        seconds(30, well(cells + 1), well(cells + 1), well(cells + 1));

        assertThat(secondsUntilEntered(dead(cells + 1), well(cells + 1), well(cells + 1))).isLessThanOrEqualTo(8);
        assertThat(weighAway.zone()).contains("az1");
    }

    @Test
    void aDeadZoneIsFoundFasterWithCustomersAttempts() {
        seconds(30, well(43), well(43), well(43));

        assertThat(secondsUntilEntered(dead(9), well(60), well(60))).isLessThanOrEqualTo(4);
    }

    @Test
    void fiveQuietSecondsEndIt() {
        seconds(30, well(3), well(3), well(3));
        secondsUntilEntered(dead(3), well(3), well(3));

        assertThat(seconds(4, well(1), well(3), well(3))).isEmpty();
        assertThat(seconds(1, well(1), well(3), well(3))).contains(new Left("az1"));
        assertThat(seconds(60, well(3), well(3), well(3))).isEmpty();
    }

    @Test
    void oneFaultBeginsTheQuietPeriodAgain() {
        seconds(30, well(3), well(3), well(3));
        secondsUntilEntered(dead(3), well(3), well(3));

        seconds(4, well(3), well(3), well(3));
        seconds(1, new Observed(3, 1, Set.of("orders-1")), well(3), well(3));
        assertThat(seconds(4, well(3), well(3), well(3))).isEmpty();
        assertThat(seconds(1, well(3), well(3), well(3))).contains(new Left("az1"));
    }

    @Test
    void oneCrashedTaskIsNotItsZonesFault() {
        seconds(30, well(3), well(3), well(3));

        assertThat(seconds(60, new Observed(3, 1, Set.of("orders-1")), well(3), well(3))).isEmpty();
        assertThat(seconds(60, new Observed(40, 38, Set.of("orders-1")), well(40), well(40))).isEmpty();
    }

    @Test
    void overloadInTheOtherZonesDoesNotHideTheDeadOne() {
        seconds(30, well(40), well(40), well(40));

        Observed overloaded = new Observed(100, 27, Set.of("orders-2", "orders-3"));
        secondsUntilEntered(dead(100), overloaded, overloaded);
        assertThat(weighAway.zone()).contains("az1");
        assertThat(seconds(60, dead(100), overloaded, overloaded)).isEmpty();
        assertThat(weighAway.zone()).contains("az1");
    }

    @Test
    void overloadEverywhereIsNoZonesFault() {
        Observed overloaded = new Observed(100, 27, Set.of("orders-2", "orders-3"));

        assertThat(seconds(60, overloaded, overloaded, overloaded)).isEmpty();
    }

    @Test
    void twoOverloadedZonesBesideAnIdleOneAreNotWeighedAway() {
        Observed overloaded = new Observed(60, 16, Set.of("orders-2", "orders-3"));

        assertThat(seconds(60, well(1), overloaded, overloaded)).isEmpty();
        assertThat(seconds(60, well(40), overloaded, overloaded)).isEmpty();
    }

    @Test
    void aDeadZoneIsFoundBesideAnImpairedOne() {
        seconds(30, well(40), well(40), well(40));
        secondsUntilEntered(dead(40), new Observed(40, 10, Set.of("orders-2", "orders-3")), well(40));
        assertThat(weighAway.zone()).contains("az1");
    }

    @Test
    void neverMoreThanOneZone() {
        seconds(30, well(3), well(3), well(3));
        secondsUntilEntered(dead(3), well(3), well(3));

        assertThat(seconds(60, dead(3), dead(3), well(3))).isEmpty();
        assertThat(weighAway.zone()).contains("az1");
    }

    @Test
    void neverTheOnlyZoneThereIs() {
        WeighAway alone = new WeighAway(List.of("az1"));
        for (int second = 0; second < 60; second++) {
            assertThat(alone.second(Map.of("az1", dead(50)))).isEmpty();
        }
    }

    @Test
    void notWhenNothingIsSeenOfTheOthers() {
        for (int second = 0; second < 60; second++) {
            assertThat(weighAway.second(Map.of("az1", dead(50)))).isEmpty();
        }
    }

    @Test
    void withoutDataNothingChanges() {
        for (int second = 0; second < 60; second++) {
            assertThat(weighAway.second(Map.of())).isEmpty();
        }
        seconds(30, well(3), well(3), well(3));
        secondsUntilEntered(dead(3), well(3), well(3));
        for (int second = 0; second < 60; second++) {
            assertThat(weighAway.second(Map.of())).isEmpty();
        }
        assertThat(weighAway.zone()).contains("az1");
    }

    @Test
    void aZoneOfWhichNothingIsSeenStaysWeighedAway() {
        seconds(30, well(3), well(3), well(3));
        secondsUntilEntered(dead(3), well(3), well(3));

        assertThat(seconds(60, new Observed(0, 0, Set.of()), well(3), well(3))).isEmpty();
        assertThat(weighAway.zone()).contains("az1");
    }

    private static Observed well(int requests) {
        return new Observed(requests, 0, Set.of());
    }

    private static Observed dead(int requests) {
        return new Observed(requests, requests, Set.of("orders-1", "machine"));
    }

    private Optional<Change> seconds(int count, Observed az1, Observed az2, Observed az3) {
        Optional<Change> change = Optional.empty();
        for (int second = 0; second < count && change.isEmpty(); second++) {
            change = weighAway.second(Map.of("az1", az1, "az2", az2, "az3", az3));
        }
        return change;
    }

    private int secondsUntilEntered(Observed az1, Observed az2, Observed az3) {
        for (int second = 1; second <= 60; second++) {
            if (seconds(1, az1, az2, az3).orElse(null) instanceof Entered entered) {
                assertThat(entered.evidence()).contains(" failed (");
                return second;
            }
        }
        throw new AssertionError("no zone was weighed away within 60 s");
    }
}
