package io.gameday.reference.policy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RollingLimitsTest {

    @ParameterizedTest
    @CsvSource({"4, 50, 100, 2, 4, false", "4, 100, 200, 4, 8, false", "3, 100, 125, 3, 3, true",
            "2, 75, 100, 2, 2, true", "1, 50, 100, 1, 1, true", "10, 50, 150, 5, 15, false"})
    void theyAreEcssOwn(int desired, int minimum, int maximum, int lower, int upper, boolean stuck) {
        RollingLimits limits = new RollingLimits(desired, minimum, maximum);
        assertThat(List.of(limits.lower(), limits.upper(), limits.stuck())).containsExactly(lower, upper, stuck);
    }

    @Test
    void tenTasksMayLoseFiveAndGainFiveAtOnce() {
        RollingLimits limits = new RollingLimits(10, 50, 150);
        assertThat(limits.mayStop(10)).isEqualTo(5);
        assertThat(limits.mayStart(10)).isEqualTo(5);
        assertThat(limits.mayStop(4)).isZero();
        assertThat(limits.mayStart(16)).isZero();
    }

    @Test
    void aDeploymentThatTheyLeaveNoRoomSaysSoAndStopsNothing() {
        ServiceScheduler scheduler = new ServiceScheduler(List.of("az1", "az2"), 2, true,
                desired -> new RollingLimits(desired, 75, 100));
        List<Task> tasks = List.of(new Task("t1", "az1", TaskState.HEALTHY, "1"),
                new Task("t2", "az2", TaskState.HEALTHY, "1"));
        scheduler.revision("1");
        scheduler.decide(tasks, Optional.empty(), 0);
        scheduler.revision("2-errors");
        assertThat(scheduler.decide(tasks, Optional.empty(), 20_000_000_000L)).containsExactly(
                new Action.DeploymentStarted("2-errors", Action.Why.DEPLOYMENT), new Action.DeploymentImpossible());
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new RollingLimits(3, 101, 200))
                .hasMessage("minimumHealthyPercent is 101; allowed: 0 to 100");
        assertThatThrownBy(() -> new RollingLimits(3, 50, 99)).hasMessage("maximumPercent is 99; allowed: 100 to 200");
    }
}
