package io.gameday.benchmark.detection;

import java.util.Arrays;

/// A zone above the median by this many times the median distance from it: `MAD` of
/// cdklabs/cdk-multi-az-observability, 3. The distance is 0 when two of three zones tie.
record MedianDeviation(double factor) implements OutlierRule {

    @Override
    public boolean[] outliers(double[] faults) {
        double median = median(faults);
        double distance = median(Arrays.stream(faults).map(f -> Math.abs(f - median)).toArray());
        boolean[] outliers = new boolean[faults.length];
        for (int i = 0; i < faults.length; i++) {
            outliers[i] = faults[i] - median >= factor * distance;
        }
        return outliers;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
