package io.gameday.cli;

import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class VirtualLoopTest {

    private static final Duration FAR = Duration.ofHours(1);

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<String> ran = new ArrayList<>();

    @Test
    void asFastAsPossibleAnHourIsOverAtOnce() throws InterruptedException {
        clock.at(FAR, () -> ended.set(true));
        // A clock of the machine that stands still would keep a paced loop waiting for ever.
        new VirtualLoop(clock, null, () -> 0).runUntil(ended::get);
        assertThat(clock.ticks()).isEqualTo(FAR.toNanos());
    }

    @Test
    void atTwentyVirtualSecondsPerSecondTwoTakeATenth() throws InterruptedException {
        clock.at(Duration.ofSeconds(2), () -> ended.set(true));
        long before = System.nanoTime();
        new VirtualLoop(clock, 20.0, System::nanoTime).runUntil(ended::get);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatIsPostedWhileItWaitsRunsAtOnceAndAtItsOwnTime() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        VirtualLoop loop = new VirtualLoop(clock, 10.0, nanos::get);
        clock.at(Duration.ZERO, () -> {
            // Seven seconds pass while nothing is due.
            nanos.set(Duration.ofSeconds(7).toNanos());
            Thread.ofVirtual().start(() -> loop.execute(() -> {
                ran.add("posted at " + clock.now());
                ended.set(true);
            }));
        });
        clock.at(FAR, () -> ran.add("an hour later"));
        loop.runUntil(ended::get);
        assertThat(ran).containsExactly("posted at 2026-01-01T00:01:10Z");
    }

    @Test
    void whatIsPostedOvertakesNothingThatIsOverdue() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        VirtualLoop loop = new VirtualLoop(clock, 1.0, nanos::get);
        clock.at(Duration.ZERO, () -> {
            nanos.set(Duration.ofMillis(1500).toNanos());
            loop.execute(() -> ran.add("posted at " + clock.now()));
        });
        clock.at(Duration.ofSeconds(1), () -> ended.set(ran.add("due at " + clock.now())));
        loop.runUntil(ended::get);
        assertThat(ran).containsExactly("posted at 2026-01-01T00:00:00Z", "due at 2026-01-01T00:00:01Z");
    }

    @Test
    void aLoopThatStoodStillDoesNotHurryAfter() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        VirtualLoop loop = new VirtualLoop(clock, 1.0, nanos::get);
        clock.at(Duration.ofSeconds(0), () -> nanos.set(FAR.toNanos()));
        clock.at(Duration.ofSeconds(1), () -> Thread.ofVirtual().start(() -> loop.execute(() -> {
            ran.add("posted at " + clock.now());
            ended.set(true);
        })));
        clock.at(FAR, () -> ran.add("an hour later"));
        loop.runUntil(ended::get);
        assertThat(ran).containsExactly("posted at 2026-01-01T00:00:01Z");
    }

    @Test
    void whatComesAfterTheEndRunsWithItsCaller() throws InterruptedException {
        VirtualLoop loop = new VirtualLoop(clock, null, System::nanoTime);
        clock.at(Duration.ZERO, () -> {
            loop.execute(() -> ran.add("posted before the end"));
            ended.set(true);
        });
        loop.runUntil(ended::get);
        loop.execute(() -> ran.add("posted after it"));
        assertThat(ran).containsExactly("posted before the end", "posted after it");
    }

    @Test
    void nothingLeftToDoBeforeTheEndIsADefect() {
        clock.at(Duration.ZERO, () -> ran.add("the last"));
        assertThatThrownBy(() -> new VirtualLoop(clock, null, System::nanoTime).runUntil(ended::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the simulation has nothing left to do before the run's end");
    }
}
