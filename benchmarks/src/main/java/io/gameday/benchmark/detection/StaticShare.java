package io.gameday.benchmark.detection;

import java.util.Arrays;

/// A zone that has this share of all faults: `STATIC` of cdklabs/cdk-multi-az-observability, 0.7 for its alarms. Takes
/// traffic to be equal.
record StaticShare(double share) implements OutlierRule {

    @Override
    public boolean[] outliers(double[] faults) {
        double all = Arrays.stream(faults).sum();
        boolean[] outliers = new boolean[faults.length];
        for (int i = 0; i < faults.length; i++) {
            outliers[i] = all > 0 && faults[i] / all >= share;
        }
        return outliers;
    }
}
