package io.gameday.time;

import java.time.Duration;
import java.time.Instant;

/// Time as an argument. Everything that decides asks this port and nothing else, so that a 20-minute game day
/// can be played in milliseconds.
///
/// All tasks of one clock run on one loop, one after the other; what runs on the loop needs no locks and must
/// not block.
public interface Clock {

    /// The time of day, for people and documents. It may jump; never subtract two of these to get a duration.
    Instant now();

    /// Nanoseconds since an arbitrary origin, never running backwards: for leases and durations.
    long ticks();

    /// Runs `task` on the loop once `delay` has passed.
    ///
    /// @param delay zero or more; zero means "next, after what is already due"
    /// @throws IllegalArgumentException when `delay` is negative
    Cancellable at(Duration delay, Runnable task);

    /// Runs `task` on the loop after every `period` until cancelled; the first run comes after one period. A
    /// period that could not be kept (a stopped process) is not made up for.
    default Cancellable every(Duration period, Runnable task) {
        return new Repetition(this, period, task).start();
    }

    /// A task that may still be taken back.
    interface Cancellable {

        /// Takes the task back; without effect when it has already run.
        void cancel();
    }
}
