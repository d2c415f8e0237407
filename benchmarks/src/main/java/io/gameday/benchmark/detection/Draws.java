package io.gameday.benchmark.detection;

import java.util.random.RandomGenerator;

/// Counts drawn one at a time with a mean that changes every time, which samplers that prepare tables are slow at.
/// Exact by inversion while few are expected, by the normal approximation beyond.
final class Draws {

    private static final double FEW = 25;

    private Draws() {
    }

    static int poisson(RandomGenerator random, double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > FEW) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double left = random.nextDouble();
        double chance = Math.exp(-mean);
        int count = 0;
        while (left >= chance && count < 20 * FEW) {
            left -= chance;
            count++;
            chance *= mean / count;
        }
        return count;
    }

    static int binomial(RandomGenerator random, int trials, double p) {
        if (trials == 0 || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return trials;
        }
        if (p > 0.5) {
            return trials - binomial(random, trials, 1 - p);
        }
        double mean = trials * p;
        if (mean > FEW) {
            double drawn = mean + Math.sqrt(mean * (1 - p)) * random.nextGaussian();
            return Math.clamp(Math.round(drawn), 0, trials);
        }
        double left = random.nextDouble();
        double chance = Math.exp(trials * Math.log1p(-p));
        int count = 0;
        while (left >= chance && count < trials) {
            left -= chance;
            chance *= p / (1 - p) * (trials - count) / (count + 1);
            count++;
        }
        return count;
    }
}
