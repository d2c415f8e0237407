package io.gameday.benchmark.detection;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// The zone furthest from the mean, either way, when equal counts are improbable: `CHI_SQUARED` of
/// cdklabs/cdk-multi-az-observability. Takes traffic to be equal and asks for no least number of faults.
///
/// @param significance greatest p that counts, 0.05 there
record PublishedChiSquare(double significance) implements OutlierRule {

    @Override
    public boolean[] outliers(double[] faults) {
        boolean[] outliers = new boolean[faults.length];
        if (p(faults) <= significance) {
            double mean = Arrays.stream(faults).average().orElseThrow();
            int furthest = 0;
            for (int i = 1; i < faults.length; i++) {
                furthest = Math.abs(faults[i] - mean) > Math.abs(faults[furthest] - mean) ? i : furthest;
            }
            outliers[furthest] = true;
        }
        return outliers;
    }

    static double p(double[] faults) {
        double mean = Arrays.stream(faults).average().orElseThrow();
        if (mean == 0) {
            return 1;
        }
        double chi = Arrays.stream(faults).map(f -> (f - mean) * (f - mean) / mean).sum();
        return ChiSquaredDistribution.of(faults.length - 1.0).survivalProbability(chi);
    }
}
