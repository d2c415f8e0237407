package io.gameday.benchmark.detection;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// What a count allows to be said, with 95 % confidence. @param low never above `high`
record Interval(double low, double high) {

    private static final double TAIL = 0.025;

    /// A share, by Clopper and Pearson (1934): `found` of `tries`.
    static Interval share(long found, long tries) {
        double low = found == 0
                ? 0
                : BetaDistribution.of(found, tries - found + 1.0).inverseCumulativeProbability(TAIL);
        double high = found == tries
                ? 1
                : BetaDistribution.of(found + 1.0, tries - found).inverseSurvivalProbability(TAIL);
        return new Interval(low, high);
    }

    /// Events per unit of time, by Garwood (1936). With none the bound is one-sided, the rule of three.
    static Interval rate(long events, double time) {
        if (events == 0) {
            return new Interval(0, -Math.log(2 * TAIL) / time);
        }
        double low = ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(TAIL) / 2;
        double high = ChiSquaredDistribution.of(2.0 * events + 2).inverseSurvivalProbability(TAIL) / 2;
        return new Interval(low / time, high / time);
    }
}
