package io.gameday.traffic;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerScheduleTest {

    private static final long GAP = 10_000_000;

    private final CustomerSchedule schedule = new CustomerSchedule(40, 100, new Random(7));

    @Test
    void theRampSendsHalfOfWhatFullPaceWouldAndThenKeepsIt() {
        CustomerSchedule ramped = new CustomerSchedule(40, 100, Duration.ofSeconds(8), new Random(7));
        long inRamp = LongStream.range(0, 2000).filter(n -> ramped.due(n) < 8_000_000_000L).count();
        assertThat(inRamp).isBetween(399L, 401L);
        assertThat(LongStream.range(0, 2000).filter(n -> ramped.due(n) < 1_000_000_000L).count()).isBetween(5L, 8L);
        LongStream.range(410, 2000).forEach(n -> assertThat(ramped.due(n) - schedule.due(n)).isEqualTo(4_000_000_000L));
    }

    @Test
    void requestsAreSpreadEvenlyAndMovedByAtMostAFifthOfAGap() {
        assertThat(LongStream.range(0, 4000).boxed())
                .allSatisfy(n -> assertThat(schedule.due(n) - n * GAP).isBetween(0L, GAP / 5));
    }

    @Test
    void everyCustomerSendsOnceAPeriodAtItsOwnPhase() {
        assertThat(IntStream.range(0, 40).map(n -> schedule.customer(n)).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
        assertThat(LongStream.range(0, 40).boxed()).allSatisfy(n -> {
            assertThat(schedule.customer(n + 40)).isEqualTo(schedule.customer(n));
            assertThat(schedule.due(n + 40) - schedule.due(n)).isEqualTo(40 * GAP);
            assertThat(schedule.round(n + 40)).isEqualTo(1);
        });
    }

    @Test
    void theSameSeedGivesTheSameScheduleAndAnotherSeedAnother() {
        CustomerSchedule same = new CustomerSchedule(40, 100, new Random(7));
        CustomerSchedule other = new CustomerSchedule(40, 100, new Random(8));
        assertThat(order(same)).isEqualTo(order(schedule)).isNotEqualTo(order(other));
    }

    @Test
    void aRateOfNothingIsRefusedWithItsValue() {
        assertThatThrownBy(() -> new CustomerSchedule(40, 0, new Random(7)))
                .hasMessage("rate is 0.0 requests/s; allowed: more than 0");
        assertThatThrownBy(() -> new CustomerSchedule(0, 1, new Random(7)))
                .hasMessage("customers is 0; allowed: 1 or more");
    }

    private static int[] order(CustomerSchedule schedule) {
        return IntStream.range(0, 40).map(n -> schedule.customer(n)).toArray();
    }
}
