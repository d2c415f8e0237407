package io.gameday.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A task run again and again, each time counted from the planned instant of the one before, so that small
/// delays do not add up.
final class Repetition implements Clock.Cancellable {

    private final Clock clock;
    private final long period;
    private final Runnable task;
    private long due;
    private boolean cancelled;
    private Clock.@Nullable Cancellable next;

    Repetition(Clock clock, Duration period, Runnable task) {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("period is " + period + "; allowed: more than zero");
        }
        this.clock = clock;
        this.period = period.toNanos();
        this.task = task;
    }

    Repetition start() {
        due = clock.ticks() + period;
        schedule();
        return this;
    }

    private void schedule() {
        next = clock.at(Duration.ofNanos(Math.max(0, due - clock.ticks())), this::run);
    }

    private void run() {
        if (cancelled) {
            return;
        }
        long late = clock.ticks() - due;
        due += period * (1 + Math.max(0, late / period));
        schedule();
        task.run();
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (next != null) {
            next.cancel();
        }
    }
}
