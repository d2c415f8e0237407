package io.gameday.reference.orders;

import io.gameday.reference.orders.process.Environment;
import java.time.Duration;

/// How a task asks inventory; who starts it says so by the environment.
///
/// @param limit         of one call; 1 ms to 60 s
/// @param tries         calls for an order at most; 1 to 100
/// @param pause         before another try: by chance, half of it to all of it; where zero, it begins when the time of the
///                      one before is over; 0 to 10 s
/// @param budgetPercent further tries, of the calls made; 1 to 100, 0 where nothing limits them
/// @param atOnce        calls under way at most; 1 to 1000
/// @param readAtStart   calls before the task is ready; 0 to 1000
/// @param needed        whether an order fails without an answer
record StockRules(Duration limit, int tries, Duration pause, int budgetPercent, int atOnce, int readAtStart,
        boolean needed) {

    /// One call of 400 ms, and an order goes on without.
    static final StockRules USUAL = new StockRules(Duration.ofMillis(400), 1, Duration.ZERO, 0, 1000, 0, false);

    static StockRules from(Environment environment) {
        return new StockRules(Duration.ofMillis(environment.number("GAMEDAY_INVENTORY_LIMIT_MS", 1, 60_000, 400)),
                environment.number("GAMEDAY_INVENTORY_TRIES", 1, 100, 1),
                Duration.ofMillis(environment.number("GAMEDAY_INVENTORY_PAUSE_MS", 0, 10_000, 0)),
                environment.number("GAMEDAY_INVENTORY_BUDGET_PERCENT", 0, 100, 0),
                environment.number("GAMEDAY_INVENTORY_AT_ONCE", 1, 1000, 1000),
                environment.number("GAMEDAY_INVENTORY_READ_AT_START", 0, 1000, 0),
                environment.flag("GAMEDAY_INVENTORY_NEEDED"));
    }
}
