package io.gameday.reference.policy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostHealthTest {

    private static final AttemptOutcome SERVED = new AttemptOutcome.Answered(201);
    private static final AttemptOutcome REFUSED = new AttemptOutcome.Answered(503);

    private final HostHealth health = new HostHealth();

    private void attempts(int served, int refused, int second) {
        for (int i = 0; i < served + refused; i++) {
            health.attempted("orders-1", i < served ? SERVED : REFUSED, at(second));
        }
    }

    private static long at(int second) {
        return Duration.ofSeconds(second).toNanos();
    }

    @Test
    void aHostThatRefusesMoreThanAFifthIsNotHealthy() {
        attempts(8, 2, 0);
        assertThat(health.healthy("orders-1", at(0))).isTrue();
        attempts(0, 1, 1);
        assertThat(health.healthy("orders-1", at(1))).isFalse();
    }

    @Test
    void whatIsOlderThanTheWindowDoesNotCount() {
        attempts(0, 10, 0);
        assertThat(health.healthy("orders-1", at(4))).isFalse();
        assertThat(health.healthy("orders-1", at(5))).isTrue();
    }

    @Test
    void aFewAttemptsSayNothing() {
        attempts(0, 4, 0);
        assertThat(health.healthy("orders-1", at(0))).isTrue();
        attempts(0, 1, 0);
        assertThat(health.healthy("orders-1", at(0))).isFalse();
    }

    @Test
    void aHostThatNobodyAsksIsHealthyAndOneThatIsGoneIsForgotten() {
        assertThat(health.healthy("orders-2", at(0))).isTrue();
        attempts(0, 10, 0);
        health.retain(Set.of("orders-2"));
        assertThat(health.healthy("orders-1", at(0))).isTrue();
    }
}
