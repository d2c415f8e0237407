package io.gameday.reference.simulated;

import io.gameday.engine.ExitCode;
import io.gameday.journal.Event;
import io.gameday.target.Transfer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

/// The same sick zone, with requests that stay in their zone and without.
class AffinityPairTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withAffinityOnlyWhoEntersTheSickZoneIsHurtAndNothingCrossesAndWithoutItNearlyEverybodyIs(long seed) {
        SimulatedDay stays = played("zone-affinity", seed);
        SimulatedDay crosses = played("zone-affinity-off", seed);

        // Of 40 customers in two cells at most seven of each are near a zone.
        assertThat(hurt(stays)).isBetween(5, 14);
        assertThat(hurt(crosses)).isGreaterThan(30);
        // A task that is left out for ten seconds sends its zone's requests elsewhere.
        assertThat(transfer(stays).share()).isLessThan(0.1);
        // Two of three, and one of two while one zone is shifted away.
        assertThat(transfer(crosses).share()).isBetween(0.5, 0.68);
        assertThat(transfer(stays).bytes()).isCloseTo(transfer(crosses).bytes(), withPercentage(5));
    }

    @Test
    void whatCrossesIsInTheJournalOnceWithTheTimeItTook() {
        SimulatedDay day = played("zone-affinity-off", 1);

        assertThat(day.events(Event.TransferCounted.class)).singleElement()
                .satisfies(counted -> assertThat(counted.transfer().over()).isGreaterThan(Duration.ofMinutes(1)));
    }

    private static SimulatedDay played(String name, long seed) {
        SimulatedDay day = new SimulatedDay(SimulatedDay.catalog(name), seed);
        assertThat(day.finish()).as(day.rulings()).isEqualTo(ExitCode.HELD);
        return day;
    }

    private static int hurt(SimulatedDay day) {
        return day.events(Event.SecondMeasured.class).getLast().hurtEver();
    }

    private static Transfer transfer(SimulatedDay day) {
        return day.events(Event.TransferCounted.class).getFirst().transfer();
    }
}
