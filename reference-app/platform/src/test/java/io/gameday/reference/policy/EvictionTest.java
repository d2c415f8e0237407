package io.gameday.reference.policy;

import io.gameday.reference.policy.AttemptOutcome.Answered;
import io.gameday.reference.policy.AttemptOutcome.Broken;
import io.gameday.reference.policy.AttemptOutcome.Overloaded;
import io.gameday.reference.policy.AttemptOutcome.TimedOut;
import io.gameday.reference.policy.AttemptOutcome.Unreachable;
import io.gameday.reference.policy.Eviction.Evicted;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EvictionTest {

    private final Eviction eviction = new Eviction();
    private long now;

    @Test
    void threeFailuresInARowLeaveATaskOutForFiveSeconds() {
        assertThat(fail()).isFalse();
        assertThat(fail()).isFalse();
        assertThat(attempt(new Unreachable())).contains(
                new Evicted("orders-1", Duration.ofSeconds(5), 1, "3 failures in a row, the last one unreachable"));
        assertThat(eviction.out("orders-1")).isTrue();

        pass(4.9);
        assertThat(eviction.ended(now)).isEmpty();
        pass(0.1);
        assertThat(eviction.ended(now)).containsExactly("orders-1");
        assertThat(eviction.out("orders-1")).isFalse();
    }

    @Test
    void eachTimeItIsFiveSecondsLongerUpToThirty() {
        for (int seconds : new int[]{5, 10, 15, 20, 25, 30, 30}) {
            fail();
            fail();
            assertThat(attempt(new Broken()).orElseThrow().duration()).isEqualTo(Duration.ofSeconds(seconds));
            pass(seconds);
            assertThat(eviction.ended(now)).containsExactly("orders-1");
        }
    }

    @Test
    void aTaskThatWasBackForHalfAMinuteStartsOver() {
        for (double back : new double[]{29.9, 30}) {
            fail();
            fail();
            fail();
            pass(30);
            assertThat(eviction.ended(now)).containsExactly("orders-1");
            pass(back);
        }
        fail();
        fail();
        assertThat(attempt(new Broken())).contains(
                new Evicted("orders-1", Duration.ofSeconds(5), 1, "3 failures in a row, the last one broken"));
    }

    @Test
    void aSuccessInBetweenBeginsTheCountAgain() {
        fail();
        fail();
        attempt(new Answered(201));
        assertThat(fail()).isFalse();
        assertThat(fail()).isFalse();
        assertThat(fail()).isTrue();
    }

    @Test
    void failuresWhileItIsOutDoNotMakeItLonger() {
        fail();
        fail();
        fail();
        pass(4);
        assertThat(fail() || fail() || fail()).isFalse();
        pass(1);
        assertThat(eviction.ended(now)).containsExactly("orders-1");
    }

    @Test
    void aTaskThatIsGoneIsForgotten() {
        fail();
        fail();
        fail();
        eviction.retain(Set.of("orders-2"));
        assertThat(eviction.out("orders-1")).isFalse();
    }

    static Stream<Object[]> outcomes() {
        return Stream.of(new Object[]{new Answered(201), false, false, false, "201"},
                new Object[]{new Answered(404), false, false, false, "404"},
                new Object[]{new Answered(500), true, true, true, "500"},
                new Object[]{new Answered(502), true, true, true, "502"},
                new Object[]{new Answered(503), true, false, false, "503"},
                new Object[]{new Answered(504), true, true, false, "504"},
                new Object[]{new Overloaded(), true, false, false, "overloaded"},
                new Object[]{new Unreachable(), true, true, true, "unreachable"},
                new Object[]{new Broken(), true, true, true, "broken"},
                new Object[]{new TimedOut(), true, true, false, "timeout"});
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("outcomes")
    void overloadIsAFaultButNoReasonToEvictOrToRetry(AttemptOutcome outcome, boolean fault, boolean evicts,
            boolean retry, String text) {
        assertThat(outcome.fault()).isEqualTo(fault);
        assertThat(outcome.countsAgainstTask()).isEqualTo(evicts);
        assertThat(outcome.mayRetry()).isEqualTo(retry);
        assertThat(outcome).hasToString(text);
    }

    @Test
    void withoutALimitSlownessIsNoFailure() {
        for (int n = 0; n < 10; n++) {
            assertThat(attempt(new Answered(201), Duration.ofSeconds(50))).isEmpty();
        }
    }

    @Test
    void answersAboveTheLimitCountAsFailures() {
        eviction.rule(new EvictionRule(2, 100));
        assertThat(attempt(new Answered(201), Duration.ofMillis(101))).isEmpty();
        assertThat(attempt(new Answered(201), Duration.ofMillis(100))).isEmpty();
        assertThat(attempt(new Answered(503), Duration.ofMillis(101))).isEmpty();
        assertThat(attempt(new Answered(201), Duration.ofMillis(101))).contains(new Evicted("orders-1",
                Duration.ofSeconds(5), 1, "2 failures in a row, the last one 201 after more than 100 ms"));
    }

    @Test
    void whoIsOutStaysOutWhenTheRuleIsAsBefore() {
        eviction.rule(new EvictionRule(1, 1));
        attempt(new Answered(201), Duration.ofMillis(90));
        eviction.rule(EvictionRule.USUAL);
        pass(4.9);
        assertThat(eviction.ended(now)).isEmpty();
        pass(0.1);
        assertThat(eviction.ended(now)).containsExactly("orders-1");
        assertThat(attempt(new Answered(201), Duration.ofMillis(90))).isEmpty();
    }

    @Test
    void aRuleOutOfItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> new EvictionRule(0, 0)).hasMessage("failures is 0; allowed: 1 to 100");
        assertThatThrownBy(() -> new EvictionRule(3, -1)).hasMessage("slowMillis is -1; allowed: 0 (never) to 60000");
    }

    private Optional<Evicted> attempt(AttemptOutcome outcome) {
        return attempt(outcome, Duration.ofMillis(90));
    }

    private Optional<Evicted> attempt(AttemptOutcome outcome, Duration took) {
        return eviction.attempted("orders-1", outcome, took.toNanos(), now);
    }

    private boolean fail() {
        return attempt(new Answered(500)).isPresent();
    }

    private void pass(double seconds) {
        now += Math.round(seconds * 1e9);
    }
}
