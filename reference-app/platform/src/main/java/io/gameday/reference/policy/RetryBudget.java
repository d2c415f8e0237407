package io.gameday.reference.policy;

/// Lets so many tries be made again as are in proportion to those that are made at all, so that retries cannot multiply
/// the load of whoever is in trouble. A few may be saved up.
public final class RetryBudget {

    private static final double MOST_SAVED = 3;

    private final double each;
    private double saved = 1;

    /// @param percent of the calls; 0 to 100, 0 where nothing is limited
    public RetryBudget(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent is " + percent + "; allowed: 0 to 100");
        }
        each = percent / 100.0;
    }

    /// An order asks for the first time.
    public void asked() {
        saved = Math.min(MOST_SAVED, saved + each);
    }

    /// Whether one may be made again; where it may, it counts as made.
    public boolean spend() {
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
