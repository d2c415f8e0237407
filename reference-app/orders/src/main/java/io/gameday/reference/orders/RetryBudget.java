package io.gameday.reference.orders;

/// Lets so many tries be made again as are in proportion to those that are made at all, so that retries cannot multiply
/// the load of whoever is in trouble. A few may be saved up. Thread-safe.
final class RetryBudget {

    private static final double MOST_SAVED = 3;

    private final double each;
    private double saved = 1;

    /// @param percent of the calls; 0 where nothing is limited
    RetryBudget(int percent) {
        each = percent / 100.0;
    }

    /// An order asks for the first time.
    synchronized void asked() {
        saved = Math.min(MOST_SAVED, saved + each);
    }

    /// Whether one may be made again; where it may, it counts as made.
    synchronized boolean spend() {
        if (each == 0) {
            return true;
        }
        if (saved < 1) {
            return false;
        }
        saved--;
        return true;
    }
}
