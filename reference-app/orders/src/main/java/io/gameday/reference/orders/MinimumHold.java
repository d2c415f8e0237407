package io.gameday.reference.orders;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Makes work last at least so long, counted from when it got its slot. That fixes what a slot can carry, so that
/// a zone's capacity is a number and not a matter of the machine's speed.
///
/// @param least how long
/// @param ticks monotonic nanoseconds
/// @param pause how the rest is spent; sleeping, but in tests
record MinimumHold(Duration least, LongSupplier ticks, Pause pause) {
    /// Spends time.
    interface Pause {
        void spend(Duration duration) throws InterruptedException;
    }

    static MinimumHold of(Duration least, Pause pause) {
        return new MinimumHold(least, System::nanoTime, pause);
    }

    /// Spends what is left of the hold that began at `began`, in ticks.
    void finish(long began) throws InterruptedException {
        Duration rest = least.minusNanos(ticks.getAsLong() - began);
        if (rest.isPositive()) {
            pause.spend(rest);
        }
    }
}
