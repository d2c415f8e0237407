package io.gameday.reference.policy;

import io.gameday.reference.policy.TargetTracking.Decision;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTrackingTest {

    private final TargetTracking half = tracking(50);
    private int second;

    private static TargetTracking tracking(int target) {
        return new TargetTracking(new TargetTracking.Rule(target, Duration.ofSeconds(10), Duration.ofSeconds(60)), 1,
                3);
    }

    /// The first decision within so many seconds at this load; counts on from the second before.
    private Optional<Decision> load(TargetTracking tracking, double used, int tasks, int seconds) {
        return load(tracking, OptionalDouble.of(used), tasks, seconds);
    }

    private Optional<Decision> load(TargetTracking tracking, OptionalDouble used, int tasks, int seconds) {
        for (int i = 0; i < seconds; i++) {
            Optional<Decision> decision = tracking.second(used, tasks, Duration.ofSeconds(second++).toNanos());
            if (decision.isPresent()) {
                return decision;
            }
        }
        return Optional.empty();
    }

    @Test
    void threeDatapointsAboveTheTargetAddAsManyTasksAsBringTheLoadDownToIt() {
        assertThat(load(half, 0.9, 1, 14)).isEmpty();
        assertThat(load(half, 0.9, 1, 1)).hasValue(new Decision(2, "90 % of the slots in use over 15 s, target 50 %"));
    }

    @Test
    void aTargetNearTheTopAddsOneTaskAtATimeBecauseNoMoreThanAllSlotsAreInUse() {
        assertThat(load(tracking(90), 1, 2, 15)).map(Decision::tasks).hasValue(3);
        assertThat(load(half, 1, 1, 15)).map(Decision::tasks).hasValue(2);
    }

    @Test
    void nothingIsConcludedDuringTheWarmUp() {
        load(half, 1, 1, 15);
        assertThat(load(half, 1, 2, 9)).isEmpty();
        // Three datapoints after it.
        assertThat(load(half, 1, 2, 14)).isEmpty();
        assertThat(load(half, 1, 2, 1)).map(Decision::tasks).hasValue(3);
    }

    @Test
    void noMoreTasksThanAllowedAreWanted() {
        assertThat(load(half, 1, 3, 300)).isEmpty();
    }

    @Test
    void oneDatapointBelowTheTargetBeginsTheCountAnew() {
        load(half, 0.9, 1, 10);
        load(half, 0.4, 1, 5);
        assertThat(load(half, 0.9, 1, 14)).isEmpty();
        assertThat(load(half, 0.9, 1, 1)).isPresent();
    }

    @Test
    void tasksAreTakenAwayOneAtATimeAfterFifteenLowDatapointsAndTheCoolDown() {
        assertThat(load(half, 0.2, 3, 74)).isEmpty();
        assertThat(load(half, 0.2, 3, 1)).hasValue(new Decision(2, "20 % of the slots in use over 75 s, target 50 %"));
        assertThat(load(half, 0.2, 2, 74)).isEmpty();
        assertThat(load(half, 0.2, 2, 1)).map(Decision::tasks).hasValue(1);
        assertThat(load(half, 0, 1, 300)).isEmpty();
    }

    @Test
    void nearTheTargetNothingChanges() {
        assertThat(load(half, 0.47, 2, 600)).isEmpty();
    }

    @Test
    void notKnowingChangesNothingAndCountsNothing() {
        load(half, 0.9, 1, 10);
        assertThat(load(half, OptionalDouble.empty(), 1, 300)).isEmpty();
        assertThat(load(half, 0.9, 1, 14)).isEmpty();
        assertThat(load(half, 0.9, 1, 1)).isPresent();
    }
}
