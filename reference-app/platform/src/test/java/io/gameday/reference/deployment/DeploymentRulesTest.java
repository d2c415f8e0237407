package io.gameday.reference.deployment;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What fails a deployment, and in which order units get it.
class DeploymentRulesTest {

    private static final Calls GOOD = calls(1000, 0, 95);

    @ParameterizedTest
    @CsvSource({"1, 3", "6, 3", "7, 4", "25, 13", "400, 200", "800, 200"})
    void theBreakersThresholdIsHalfOfTheDesiredCountBetween3And200(int desired, int threshold) {
        assertThat(CircuitBreaker.threshold(desired)).isEqualTo(threshold);
    }

    @Test
    void aHealthyTaskSetsTheBreakerBackToZero() {
        CircuitBreaker breaker = new CircuitBreaker();
        breaker.failed();
        breaker.failed();
        breaker.healthy();
        breaker.failed();
        breaker.failed();
        assertThat(breaker.broken(3)).isFalse();
        breaker.failed();
        assertThat(breaker.broken(3)).isTrue();
    }

    @Test
    void aUnitIsBakedByCallsThatSucceedAndNotByTime() {
        assertThat(Bake.judge(calls(59, 0, 95), GOOD, 0)).isEqualTo(new Bake.Judgement.Waiting(59));
        assertThat(Bake.judge(calls(60, 0, 95), GOOD, 0)).isEqualTo(new Bake.Judgement.Baked());
        assertThat(Bake.judge(calls(400, 4, 95), GOOD, 0)).isEqualTo(new Bake.Judgement.Baked());
        assertThat(Bake.judge(Calls.NONE, GOOD, 0)).as("nobody called").isEqualTo(new Bake.Judgement.Waiting(0));
    }

    @Test
    void failuresDeathsAndSlownessAreAnomalies() {
        assertThat(Bake.judge(calls(12, 5, 95), GOOD, 0)).isEqualTo(new Bake.Judgement.Anomaly("5 of 12 calls failed"));
        assertThat(Bake.judge(calls(400, 0, 95), GOOD, 1))
                .isEqualTo(new Bake.Judgement.Anomaly("1 of its tasks died after health checks had passed"));
        assertThat(Bake.judge(calls(20, 0, 500), GOOD, 0))
                .isEqualTo(new Bake.Judgement.Anomaly("a call takes 500 ms, with the earlier revision 95 ms"));
        assertThat(Bake.judge(calls(19, 0, 500), GOOD, 0)).isInstanceOf(Bake.Judgement.Waiting.class);
    }

    @Test
    void theAlarmRingsByThreeBadSecondsOfFiveAndQuietSecondsSayNothing() {
        DeploymentAlarm alarm = new DeploymentAlarm();
        alarm.second(calls(20, 2, 95));
        alarm.second(calls(9, 9, 95));
        alarm.second(calls(20, 2, 95));
        assertThat(alarm.inAlarm()).isFalse();
        alarm.second(calls(20, 2, 95));
        assertThat(alarm.inAlarm()).isTrue();
        for (int second = 0; second < 3; second++) {
            alarm.second(calls(20, 0, 95));
        }
        assertThat(alarm.inAlarm()).isFalse();
    }

    @Test
    void wavesWidenFromOneUnitToItsCellToTheRest() {
        List<Unit> units = List.of(new Unit("cell-1", "az1"), new Unit("cell-1", "az2"), new Unit("cell-2", "az1"),
                new Unit("cell-2", "az2"), new Unit("cell-3", "az1"));
        assertThat(Waves.of(units, false)).containsExactly(units.subList(0, 1), units.subList(1, 2),
                units.subList(2, 5));
        assertThat(Waves.of(units, true)).containsExactly(units);
    }

    private static Calls calls(long requests, long faults, long millisEach) {
        return new Calls(requests, faults, requests * millisEach * 1_000_000);
    }
}
