package io.gameday.reference.policy;

import java.time.Duration;

/// How a task asks inventory. Real tasks are told these numbers by their environment, modelled ones take them as they
/// are.
///
/// ```
/// once      one call of 400 ms
/// naive     a call of 50 ms, and the next as soon as its time is over, 18 in all: what was asked before is worked on in
///           vain meanwhile
/// guarded   a call of 100 ms; another after 20 to 40 ms, for one order in ten at most; few at once
/// ```
///
/// @param limit         of one call
/// @param tries         calls for an order, at most
/// @param pause         before another try: by chance, half of it to all of it; where zero, it begins when the time of the
///                      one before is over
/// @param budgetPercent further tries, of the calls made; 0 where nothing limits them
/// @param atOnce        calls of one task under way at most; an order beyond goes without
public record InventoryCalls(Duration limit, int tries, Duration pause, int budgetPercent, int atOnce) {

    /// What a task reads of inventory before it is ready, in calls, where inventory has a capacity.
    public static final int READ_AT_START = 40;

    private static final int ANY = 1000;

    /// Once, and wait for it.
    public static InventoryCalls once() {
        return new InventoryCalls(Duration.ofMillis(400), 1, Duration.ZERO, 0, ANY);
    }

    /// Again and again, for as long as the customer may wait.
    public static InventoryCalls naive() {
        return new InventoryCalls(Duration.ofMillis(50), 18, Duration.ZERO, 0, ANY);
    }

    /// With a short time-out, a pause, a budget and a limit.
    ///
    /// @param slots of a task
    public static InventoryCalls guarded(int slots) {
        return new InventoryCalls(Duration.ofMillis(100), 2, Duration.ofMillis(40), 10, Math.max(2, slots - 1));
    }
}
