package io.gameday.cli;

import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Moves a virtual clock on the caller's thread, as fast as possible or at so many virtual seconds per second. What
/// other threads post runs there too, between two virtual tasks; nobody posting, the run is the same at any speed.
final class VirtualLoop implements Executor {

    /// Behind by more than this (a slow machine, a closed lid), the pace starts over instead of hurrying after.
    private static final long FORGIVEN = Duration.ofSeconds(1).toNanos();

    private final VirtualClock clock;
    private final @Nullable Double speed;
    private final LongSupplier nanos;
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private boolean over;
    /// Both belong together: at this real time it was, or should have been, this virtual time.
    private long realAnchor;
    private long virtualAnchor;

    /// @param speed virtual seconds per second, more than zero; null for as fast as possible
    /// @param nanos the machine's monotonic time
    VirtualLoop(VirtualClock clock, @Nullable Double speed, LongSupplier nanos) {
        this.clock = clock;
        this.speed = speed;
        this.nanos = nanos;
    }

    /// Runs `task` on the loop's thread, or on the caller's when the loop has ended.
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (!over) {
                posted.add(task);
                return;
            }
        }
        task.run();
    }

    /// Moves time on until `ended`, on the caller's thread.
    ///
    /// @throws IllegalStateException when nothing is left to run before
    void runUntil(BooleanSupplier ended) throws InterruptedException {
        anchor();
        while (!ended.getAsBoolean()) {
            Duration untilNext = clock.untilNext().orElseThrow(
                    () -> new IllegalStateException("the simulation has nothing left to do before the run's end"));
            Runnable task = posted.poll(realNanos(untilNext), TimeUnit.NANOSECONDS);
            if (task == null) {
                clock.step();
            } else {
                catchUp();
                task.run();
            }
        }
        synchronized (this) {
            over = true;
        }
        for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
            task.run();
        }
    }

    private void anchor() {
        realAnchor = nanos.getAsLong();
        virtualAnchor = clock.ticks();
    }

    /// How long to wait for something that is due in `virtual`; zero when it is due by now.
    private long realNanos(Duration virtual) {
        if (speed == null) {
            return 0;
        }
        long wait = (long) ((clock.ticks() + virtual.toNanos() - virtualNow()) / speed);
        if (wait < -FORGIVEN) {
            anchor();
        }
        return Math.max(0, wait);
    }

    private double virtualNow() {
        return speed == null ? clock.ticks() : virtualAnchor + (nanos.getAsLong() - realAnchor) * speed;
    }

    /// What comes from outside comes now, and not when the last virtual task ran; but it overtakes no task.
    private void catchUp() {
        Duration passed = Duration.ofNanos(Math.max(0, (long) virtualNow() - clock.ticks()));
        if (clock.untilNext().filter(next -> passed.compareTo(next) < 0).isPresent()) {
            clock.advance(passed);
        }
    }
}
