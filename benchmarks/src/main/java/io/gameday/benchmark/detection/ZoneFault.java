package io.gameday.benchmark.detection;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// What happens to one zone, or nothing.
enum ZoneFault {
    NONE("none"), ONE_PERCENT("1 % errors"), FIVE_PERCENT("5 % errors"), HALF("50 % errors"), SLOWER("+40 % latency");

    /// Latencies are taken to be log-normal with a 99th percentile of twice the median.
    private static final double SPREAD = Math.log(2) / 2.326;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final String words;

    ZoneFault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Whether slow requests are counted, not failed ones.
    boolean slow() {
        return this == SLOWER;
    }

    /// The share of requests with a fault, where it was `base`.
    double share(double base) {
        return switch (this) {
            case NONE -> base;
            case ONE_PERCENT -> base + 0.01 * (1 - base);
            case FIVE_PERCENT -> base + 0.05 * (1 - base);
            case HALF -> base + 0.5 * (1 - base);
            case SLOWER -> NORMAL.survivalProbability(NORMAL.inverseSurvivalProbability(base) - Math.log(1.4) / SPREAD);
        };
    }
}
