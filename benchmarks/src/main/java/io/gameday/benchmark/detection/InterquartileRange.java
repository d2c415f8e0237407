package io.gameday.benchmark.detection;

import java.util.Arrays;

/// A zone beyond the quartiles by this many times their distance: `IQR` of cdklabs/cdk-multi-az-observability, 1.5.
/// Quartiles are interpolated between the values.
record InterquartileRange(double factor) implements OutlierRule {

    @Override
    public boolean[] outliers(double[] faults) {
        double[] sorted = faults.clone();
        Arrays.sort(sorted);
        double lower = quantile(sorted, 0.25);
        double upper = quantile(sorted, 0.75);
        double reach = factor * (upper - lower);
        boolean[] outliers = new boolean[faults.length];
        for (int i = 0; i < faults.length; i++) {
            outliers[i] = faults[i] < lower - reach || faults[i] > upper + reach;
        }
        return outliers;
    }

    private static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int below = (int) place;
        return below + 1 == sorted.length
                ? sorted[below]
                : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
