package io.gameday.proxy.api;

import io.gameday.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A clock whose tasks hold a lock while they run: for state that is also called from other threads than its loop.
final class LockedClock implements Clock {

    private final Clock clock;
    private final Object lock;

    LockedClock(Clock clock, Object lock) {
        this.clock = clock;
        this.lock = lock;
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public long ticks() {
        return clock.ticks();
    }

    @Override
    public Cancellable at(Duration delay, Runnable task) {
        return clock.at(delay, () -> {
            synchronized (lock) {
                task.run();
            }
        });
    }
}
