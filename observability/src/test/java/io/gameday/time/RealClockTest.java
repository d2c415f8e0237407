package io.gameday.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RealClockTest extends ClockContract {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final RealClock clock = new RealClock("loop", failures::add);

    @AfterEach
    void close() {
        clock.close();
    }

    @Override
    Clock clock() {
        return clock;
    }

    @Override
    void passUntil(Condition condition) {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
            Thread.onSpinWait();
        }
    }

    @Test
    void everyTaskRunsOnTheOneLoop() {
        CompletableFuture<Thread> posted = CompletableFuture.supplyAsync(Thread::currentThread, clock);
        CompletableFuture<Thread> planned = new CompletableFuture<>();
        clock.at(Duration.ofMillis(1), () -> planned.complete(Thread.currentThread()));
        assertThat(posted.orTimeout(60, TimeUnit.SECONDS).join())
                .isSameAs(planned.orTimeout(60, TimeUnit.SECONDS).join());
        assertThat(posted.join().getName()).isEqualTo("loop");
    }

    @Test
    void aTaskThatFailsIsToldAndTheLoopGoesOn() {
        clock.execute(() -> {
            throw new IllegalStateException("out of order");
        });
        assertThat(CompletableFuture.supplyAsync(() -> 1, clock).orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(1);
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRepetitionOutlivesAFailureOfItsTask() {
        List<Integer> runs = new CopyOnWriteArrayList<>();
        clock.every(Duration.ofMillis(2), () -> {
            runs.add(1);
            throw new IllegalStateException("again");
        });
        passUntil(() -> runs.size() >= 3);
        passUntil(() -> failures.size() >= 2);
    }

    @Test
    void whatIsPostedAfterTheEndIsDropped() {
        clock.close();
        clock.execute(() -> failures.add(new AssertionError("ran after the end")));
        clock.at(Duration.ofMillis(1), () -> failures.add(new AssertionError("ran after the end"))).cancel();
        assertThat(failures).isEmpty();
    }
}
