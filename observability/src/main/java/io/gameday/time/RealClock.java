package io.gameday.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The machine's own time, on one loop thread. Threads that wait for sockets and processes hand their results
/// to the loop with [#execute(Runnable)], which any thread may call.
public final class RealClock implements Clock, Executor, AutoCloseable {

    private final ScheduledThreadPoolExecutor loop;
    private final Consumer<Throwable> onFailure;

    /// @param name      name of the loop's thread
    /// @param onFailure told of every exception that a task let escape; the loop itself goes on
    public RealClock(String name, Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
        loop = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon().factory());
        loop.setRemoveOnCancelPolicy(true);
        loop.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long ticks() {
        return System.nanoTime();
    }

    @Override
    public Cancellable at(Duration delay, Runnable task) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay is " + delay + "; allowed: zero or more");
        }
        try {
            ScheduledFuture<?> future = loop.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {
            };
        }
    }

    /// Runs `task` on the loop as soon as it is free. After [#close()] the task is dropped: whoever posts then
    /// has outlived the run.
    @Override
    public void execute(Runnable task) {
        at(Duration.ZERO, task);
    }

    /// Ends the loop. Tasks that have not begun are dropped.
    @Override
    public void close() {
        loop.shutdownNow();
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error failure) {
                onFailure.accept(failure);
            }
        };
    }
}
