package io.gameday.reference.orders.inventory;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkQueueTest {

    @Test
    void oneCallIsWorkedOnAfterTheOther() {
        WorkQueue work = new WorkQueue(Duration.ofMillis(10));

        assertThat(work.take(-5)).isEqualTo(millis(10));
        assertThat(work.take(-5)).isEqualTo(millis(20));
        assertThat(work.take(Duration.ofSeconds(1).toNanos())).isEqualTo(millis(10));
    }

    @Test
    void behindTenSecondsOfWorkACallIsRefused() {
        WorkQueue work = new WorkQueue(Duration.ofSeconds(1));
        for (int call = 0; call <= 10; call++) {
            assertThat(work.take(0)).isPresent();
        }

        assertThat(work.take(0)).isEmpty();
    }

    @Test
    void withoutALimitNothingWaits() {
        WorkQueue work = new WorkQueue(Duration.ZERO);

        assertThat(work.take(0)).isEqualTo(OptionalLong.of(0));
        assertThat(work.take(0)).isEqualTo(OptionalLong.of(0));
    }

    private static OptionalLong millis(int count) {
        return OptionalLong.of(Duration.ofMillis(count).toNanos());
    }
}
