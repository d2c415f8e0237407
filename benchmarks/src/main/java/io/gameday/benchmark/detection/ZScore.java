package io.gameday.benchmark.detection;

import java.util.Arrays;

/// A zone this many standard deviations of all zones from their mean: `Z_SCORE` of cdklabs/cdk-multi-az-observability, 2
/// in its text and 3 in its code. The deviation is at most `√(n − 1)`, 1.41 for three zones.
record ZScore(double limit) implements OutlierRule {

    @Override
    public boolean[] outliers(double[] faults) {
        double mean = Arrays.stream(faults).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(faults).map(f -> (f - mean) * (f - mean)).average().orElseThrow());
        boolean[] outliers = new boolean[faults.length];
        for (int i = 0; i < faults.length; i++) {
            outliers[i] = deviation > 0 && Math.abs(faults[i] - mean) / deviation >= limit;
        }
        return outliers;
    }
}
