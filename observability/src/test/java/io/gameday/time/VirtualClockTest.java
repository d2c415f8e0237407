package io.gameday.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualClockTest extends ClockContract {

    private static final Instant ORIGIN = Instant.parse("2026-11-21T12:00:00Z");

    private final VirtualClock clock = new VirtualClock(ORIGIN);
    private final List<Long> runs = new ArrayList<>();

    @Override
    Clock clock() {
        return clock;
    }

    @Override
    void passUntil(Condition condition) {
        while (!condition.holds()) {
            assertThat(clock.step()).as("nothing is left to run").isTrue();
        }
    }

    @Test
    void timeStandsStillUntilMoved() {
        assertThat(clock.now()).isEqualTo(ORIGIN);
        clock.advance(Duration.ofMinutes(20));
        assertThat(clock.now()).isEqualTo(ORIGIN.plus(Duration.ofMinutes(20)));
        assertThat(clock.ticks()).isEqualTo(Duration.ofMinutes(20).toNanos());
    }

    @Test
    void aTaskSeesTheTimeItWasPlannedFor() {
        clock.at(Duration.ofSeconds(3), () -> runs.add(seconds()));
        clock.advance(Duration.ofSeconds(10));
        assertThat(runs).containsExactly(3L);
    }

    @Test
    void itSaysWhenTheNextTaskIsDue() {
        assertThat(clock.untilNext()).isEmpty();
        clock.at(Duration.ofSeconds(3), () -> runs.add(seconds()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(clock.untilNext()).contains(Duration.ofSeconds(2));
        clock.freeze(Duration.ofSeconds(5));
        assertThat(clock.untilNext()).contains(Duration.ZERO);
    }

    @Test
    void whatIsDueFirstRunsFirstWhateverWasPlannedFirst() {
        clock.at(Duration.ofSeconds(3), () -> runs.add(seconds()));
        clock.at(Duration.ofSeconds(1), () -> runs.add(seconds()));
        clock.at(Duration.ofSeconds(2), () -> runs.add(seconds()));
        clock.advance(Duration.ofSeconds(3));
        assertThat(runs).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsDueAtTheSameTimeRunsInTheOrderItWasPlanned() {
        for (long i = 0; i < 5; i++) {
            long number = i;
            clock.at(Duration.ofSeconds(1), () -> runs.add(number));
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(runs).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aRepetitionCountsFromThePlannedInstantAndDoesNotDrift() {
        clock.every(Duration.ofSeconds(1), () -> {
            runs.add(seconds());
            clock.freeze(Duration.ofMillis(300));
        });
        clock.advance(Duration.ofSeconds(4));
        assertThat(runs).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void periodsThatAStoppedProcessMissedAreNotMadeUpFor() {
        clock.every(Duration.ofSeconds(1), () -> runs.add(seconds()));
        clock.advance(Duration.ofSeconds(2));
        clock.freeze(Duration.ofMillis(10_500));
        clock.advance(Duration.ofSeconds(2));
        assertThat(runs).containsExactly(1L, 2L, 12L, 13L, 14L);
    }

    @Test
    void timeNeverRunsBackwards() {
        clock.at(Duration.ofSeconds(1), () -> clock.freeze(Duration.ofSeconds(5)));
        clock.advance(Duration.ofSeconds(2));
        assertThat(clock.ticks()).isEqualTo(Duration.ofSeconds(6).toNanos());
    }

    @Test
    void whatOtherThreadsWouldPostIsDueNow() {
        clock.execute(() -> runs.add(seconds()));
        assertThat(runs).isEmpty();
        clock.advance(Duration.ZERO);
        assertThat(runs).containsExactly(0L);
    }

    private long seconds() {
        return Duration.ofNanos(clock.ticks()).toSeconds();
    }
}
