package io.gameday.reference.policy;

import io.gameday.reference.policy.AttemptOutcome.Answered;
import io.gameday.reference.policy.AttemptOutcome.Broken;
import io.gameday.reference.policy.AttemptOutcome.TimedOut;
import io.gameday.reference.policy.AttemptOutcome.Unreachable;
import io.gameday.reference.policy.Eviction.Evicted;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvictionTest {

    private final Eviction eviction = new Eviction();
    private long now;

    @Test
    void threeFailuresInARowLeaveATaskOutForFiveSeconds() {
        assertThat(fail()).isFalse();
        assertThat(fail()).isFalse();
        assertThat(eviction.attempted("orders-1", new Unreachable(), now))
                .contains(new Evicted("orders-1", Duration.ofSeconds(5), 1));
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
            assertThat(eviction.attempted("orders-1", new Broken(), now).orElseThrow().duration())
                    .isEqualTo(Duration.ofSeconds(seconds));
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
        assertThat(eviction.attempted("orders-1", new Broken(), now))
                .contains(new Evicted("orders-1", Duration.ofSeconds(5), 1));
    }

    @Test
    void aSuccessInBetweenBeginsTheCountAgain() {
        fail();
        fail();
        eviction.attempted("orders-1", new Answered(201), now);
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

    private boolean fail() {
        return eviction.attempted("orders-1", new Answered(500), now).isPresent();
    }

    private void pass(double seconds) {
        now += Math.round(seconds * 1e9);
    }
}
