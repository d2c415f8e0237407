package io.gameday.reference.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MinimumHoldTest {
    private final List<Duration> pauses = new ArrayList<>();
    private long ticks = 5_000_000_000L;
    private final MinimumHold hold = new MinimumHold(Duration.ofMillis(90), () -> ticks, pauses::add);

    @Test
    void quickWorkIsStretchedToTheHold() throws InterruptedException {
        long began = ticks;
        ticks += Duration.ofMillis(25).toNanos();

        hold.finish(began);

        assertThat(pauses).containsExactly(Duration.ofMillis(65));
    }

    @Test
    void slowWorkIsNotMadeSlower() throws InterruptedException {
        long began = ticks;
        ticks += Duration.ofMillis(90).toNanos();

        hold.finish(began);

        assertThat(pauses).isEmpty();
    }
}
