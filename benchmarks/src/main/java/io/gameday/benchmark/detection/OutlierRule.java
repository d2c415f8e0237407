package io.gameday.benchmark.detection;

/// Which zones stand out among the faults of all, as others have published it.
@FunctionalInterface
interface OutlierRule {

    /// @param faults by zone, over one period
    /// @return by zone
    boolean[] outliers(double[] faults);
}
