package io.gameday.reference.policy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RestartPolicyTest {

    /// The figures of ECS: 300 s unless said.
    @ParameterizedTest
    @CsvSource({"299, false", "300, true", "200, false", "86400, true"})
    void aTaskIsRestartedThatRanForThePeriod(int seconds, boolean restarted) {
        RestartPolicy usual = new RestartPolicy(Duration.ofSeconds(300), Set.of());

        assertThat(usual.restarts(137, Duration.ofSeconds(seconds))).isEqualTo(restarted);
    }

    @Test
    void anExitCodeThatIsIgnoredRestartsNothing() {
        RestartPolicy ignoring = new RestartPolicy(Duration.ofSeconds(1), Set.of(0, 70));

        assertThat(IntStream.of(0, 3, 70, 137).filter(code -> ignoring.restarts(code, Duration.ofHours(1))))
                .containsExactly(3, 137);
    }

    @Test
    void aPeriodThatEcsDoesNotTakeIsKnownAsSuch() {
        assertThat(new RestartPolicy(Duration.ofSeconds(59), Set.of()).shorterThanInEcs()).isTrue();
        assertThat(new RestartPolicy(Duration.ofSeconds(60), Set.of()).shorterThanInEcs()).isFalse();
    }

    @Test
    void whatIsOutOfItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> new RestartPolicy(Duration.ofMillis(999), Set.of()))
                .hasMessage("attemptPeriod is 999 ms; allowed: 1 s to 30 min");
        assertThatThrownBy(() -> new RestartPolicy(Duration.ofSeconds(1801), Set.of()))
                .hasMessage("attemptPeriod is 1801000 ms; allowed: 1 s to 30 min");
        assertThatThrownBy(() -> new RestartPolicy(Duration.ofSeconds(1),
                IntStream.rangeClosed(0, 50).boxed().collect(Collectors.toSet())))
                .hasMessage("ignoredExitCodes are 51; allowed: 50 at most");
    }
}
