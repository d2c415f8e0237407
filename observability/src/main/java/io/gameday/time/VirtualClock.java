package io.gameday.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/// A clock that stands still until told to move. Not for use by more than one thread.
public final class VirtualClock implements Clock, Executor {

    private static final Comparator<Task> ORDER = Comparator.comparingLong((Task t) -> t.due)
            .thenComparingLong(t -> t.order);

    private final Instant origin;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(ORDER);
    private long ticks;
    private long scheduled;

    /// @param origin what [#now()] says before time has moved
    public VirtualClock(Instant origin) {
        this.origin = origin;
    }

    @Override
    public Instant now() {
        return origin.plusNanos(ticks);
    }

    @Override
    public long ticks() {
        return ticks;
    }

    @Override
    public Cancellable at(Duration delay, Runnable task) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay is " + delay + "; allowed: zero or more");
        }
        Task entry = new Task(ticks + delay.toNanos(), scheduled++, task);
        tasks.add(entry);
        return () -> tasks.remove(entry);
    }

    /// What other threads would post in a real run is simply due now.
    @Override
    public void execute(Runnable task) {
        at(Duration.ZERO, task);
    }

    /// Moves time on by `duration`, running everything that falls due on the way.
    public void advance(Duration duration) {
        long end = ticks + duration.toNanos();
        Task task = tasks.peek();
        while (task != null && task.due <= end) {
            step();
            task = tasks.peek();
        }
        ticks = Math.max(ticks, end);
    }

    /// Lets time pass without running anything, as a stopped process sees it: what fell due meanwhile runs
    /// late, with the next [#advance(Duration)].
    public void freeze(Duration duration) {
        ticks += duration.toNanos();
    }

    /// How long until the next task is due, zero when it is overdue; empty when there is none.
    public Optional<Duration> untilNext() {
        return Optional.ofNullable(tasks.peek()).map(task -> Duration.ofNanos(Math.max(0, task.due - ticks)));
    }

    /// Moves to the next task and runs it.
    ///
    /// @return false when nothing is left to run
    public boolean step() {
        Task task = tasks.poll();
        if (task == null) {
            return false;
        }
        ticks = Math.max(ticks, task.due);
        task.run.run();
        return true;
    }

    private record Task(long due, long order, Runnable run) {
    }
}
