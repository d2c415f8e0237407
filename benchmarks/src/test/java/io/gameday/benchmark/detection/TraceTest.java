package io.gameday.benchmark.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TraceTest {

    @Test
    void theSameSeedIsTheSameTraceAndAnotherAnother() {
        assertThat(seconds(1)).isEqualTo(seconds(1)).isNotEqualTo(seconds(2));
    }

    private static List<String> seconds(long seed) {
        Trace trace = new Trace(seed, 100, false);
        List<String> seconds = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            Counted second = trace.next();
            seconds.add(Arrays.deepToString(second.requests()) + Arrays.deepToString(second.faults()));
        }
        return seconds;
    }

    @Test
    void drawsHaveTheMeanThatWasAskedForWhetherFewOrMany() {
        SplittableRandom random = new SplittableRandom(1);
        for (double mean : new double[]{0.3, 20, 250}) {
            double[] drawn = new double[50_000];
            Arrays.setAll(drawn, n -> Draws.poisson(random, mean));
            assertThat(mean(drawn)).isCloseTo(mean, within(5 * Math.sqrt(mean / drawn.length)));
        }
        for (double p : new double[]{0.002, 0.06, 0.5, 0.97}) {
            double[] drawn = new double[50_000];
            Arrays.setAll(drawn, n -> Draws.binomial(random, 250, p));
            double spread = 250 * p * (1 - p);
            assertThat(mean(drawn)).isCloseTo(250 * p, within(5 * Math.sqrt(spread / drawn.length)));
            double mean = mean(drawn);
            double variance = mean(Arrays.stream(drawn).map(d -> (d - mean) * (d - mean)).toArray());
            assertThat(variance).isCloseTo(spread, within(0.1 * spread));
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /// A log-normal with a 99th percentile of twice the median: of 0.5 % above the limit 40 % more latency makes 8 %.
    @Test
    void latencyThatRisesMovesTheShareAboveTheLimit() {
        assertThat(ZoneFault.SLOWER.share(0.005)).isCloseTo(0.074, within(0.001));
        assertThat(ZoneFault.FIVE_PERCENT.share(0.01)).isCloseTo(0.0595, within(1e-9));
    }

    @Test
    void intervalsAreTheExactOnes() {
        assertThat(Interval.rate(0, 3).high()).isCloseTo(0.9986, within(1e-4));
        assertThat(Interval.rate(2, 1)).satisfies(two -> {
            assertThat(two.low()).isCloseTo(0.2422, within(1e-4));
            assertThat(two.high()).isCloseTo(7.2247, within(1e-4));
        });
        assertThat(Interval.share(0, 10).high()).isCloseTo(0.3085, within(1e-4));
        assertThat(Interval.share(10, 10).low()).isCloseTo(0.6915, within(1e-4));
    }
}
