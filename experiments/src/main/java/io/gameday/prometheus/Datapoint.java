package io.gameday.prometheus;

/// One value of a metric, or why there is none.
public sealed interface Datapoint {

    /// @param value finite
    record Value(double value) implements Datapoint {
    }

    /// The value lies above `bound`, and how far above is not known: a quantile beyond a histogram's last bound.
    record Above(double bound) implements Datapoint {
    }

    /// Nothing is known, which is never the same as zero.
    record Missing(String why) implements Datapoint {
    }

    /// @param what in words, for a value that is too large to be told
    static Datapoint of(double value, String what) {
        return Double.isFinite(value) ? new Value(value) : new Missing(what + " is beyond what a number can hold");
    }
}
