package io.gameday.benchmark.detection;

import io.gameday.observability.alarm.ZoneDetector;
import io.gameday.observability.alarm.ZoneDetector.Conclusion;
import io.gameday.observability.alarm.ZoneDetector.Counts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What known detectors make of counts that they are known to misjudge, and what ours makes of the same. Their plumbing (a
/// loop that labels all answers alike, a page token that is never cleared) is no part of the rules and is not rebuilt.
class KnownDetectorsTest {

    private static final int TRIES = 20_000;

    /// Labelled by the whole vector, not by who asks.
    @Test
    void oursAnswersForEachZoneByItsName() {
        assertThat(ours("100 1 1", "1000 1000 1000")).containsExactly(0);
        assertThat(ours("1 100 1", "1000 1000 1000")).containsExactly(1);
        assertThat(ours("1 1 100", "1000 1000 1000")).containsExactly(2);
    }

    @Test
    void aZScoreOfThreeZonesNeverReachesItsLimit() {
        assertThat(outliers(new ZScore(2), "1000000 0 0")).isEmpty();
        assertThat(outliers(new ZScore(1.414), "1000000 0 0")).containsExactly(0);
        assertThat(outliers(new ZScore(2), "1000000 0 0 0")).isEmpty();
        assertThat(outliers(new ZScore(2), "1000000 0 0 0 0 0")).containsExactly(0);
        assertNeverFires(new ZScore(2));
    }

    @Test
    void quartilesOfThreeZonesAlwaysHoldThemAll() {
        assertThat(outliers(new InterquartileRange(1.5), "1000000 0 0")).isEmpty();
        assertThat(outliers(new InterquartileRange(1.5), "1000000 0 0 0 0")).containsExactly(0);
        assertNeverFires(new InterquartileRange(1.5));
    }

    private static void assertNeverFires(OutlierRule rule) {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < TRIES; n++) {
            double[] faults = random.doubles(3, 0, Math.pow(10, random.nextInt(1, 7))).map(Math::floor).toArray();
            assertThat(rule.outliers(faults)).as(Arrays.toString(faults)).containsOnly(false);
        }
    }

    @ParameterizedTest
    @CsvSource({"10 10 10, 0 1 2", "100 1 1, 0 1 2", "0 50 50, 1 2"})
    void theMedianDeviationFlagsTheMedianItselfWhereTwoZonesTie(String faults, String flagged) {
        assertThat(outliers(new MedianDeviation(3), faults)).isEqualTo(zones(flagged));
    }

    @Test
    void theTwoSidedTestFlagsTheZoneWithoutFaults() {
        assertThat(outliers(new PublishedChiSquare(0.05), "0 50 50")).containsExactly(0);
        assertThat(PublishedChiSquare.p(counts("0 50 50"))).isCloseTo(1.39e-11, within(1e-13));
        assertThat(ours("0 50 50", "1000 1000 1000")).containsExactly(1, 2);
    }

    @Test
    void testsOnCountsFlagTheZoneWithTheMostTraffic() {
        assertThat(outliers(new PublishedChiSquare(0.05), "40 10 10")).containsExactly(0);
        assertThat(PublishedChiSquare.p(counts("40 10 10"))).isCloseTo(3.06e-7, within(1e-9));
        assertThat(outliers(new StaticShare(0.7), "80 10 10")).containsExactly(0);
        assertThat(ours("40 10 10", "4000 1000 1000")).isEmpty();
        assertThat(ours("80 10 10", "8000 1000 1000")).isEmpty();
    }

    @Test
    void threeFaultsAreEnoughForAFivePercentTest() {
        assertThat(outliers(new PublishedChiSquare(0.05), "3 0 0")).containsExactly(0);
        assertThat(PublishedChiSquare.p(counts("3 0 0"))).isCloseTo(0.0498, within(1e-4));
        assertThat(outliers(new PublishedChiSquare(0.05), "2 0 0")).isEmpty();
        assertThat(PublishedChiSquare.p(counts("2 0 0"))).isCloseTo(0.1353, within(1e-4));
        assertThat(ours("3 0 0", "1000 1000 1000")).isEmpty();
    }

    @Test
    void aDeviationOfTwoZonesMakesTenPercentThreeDeviations() {
        assertThat(LeaveOneOut.z(new double[]{110, 100, 90}, 0)).isCloseTo(3.0, within(1e-9));
        assertThat(outliers(new LeaveOneOut(3), "110 100 90")).containsExactly(0);
        assertThat(LeaveOneOut.z(new double[]{200, 100, 100}, 0)).isInfinite();
    }

    @Test
    void aStaticShareStaysSilentAboutAZoneThatIsSixTimesWorse() {
        assertThat(outliers(new StaticShare(0.7), "60 20 20")).isEmpty();
        assertThat(ours("60 20 20", "1000 1000 1000")).containsExactly(0);
    }

    /// {50, 100, 100, 100, 100} per cent: mean 90, deviation 20, limit 52.
    @Test
    void oneOfFiveHostsJustReachesEnvoysLimitAndOneOfFourCannot() {
        assertThat(EnvoySuccessRate.limit(5, 450, 42_500)).isCloseTo(52, within(1e-9));
        assertThat(EnvoySuccessRate.limit(4, 300, 30_000)).isNegative();
    }

    /// All instances of one of three zones are a third of all and pull mean and deviation with them: at most √2 away.
    @Test
    void envoyNeverSeesAWholeZone() {
        EnvoySuccessRate envoy = new EnvoySuccessRate(1, 3, 4);
        Counted second = new Counted(3, 4);
        for (int[] requests : second.requests()) {
            Arrays.fill(requests, 1000);
        }
        Arrays.fill(second.faults()[0], 1000);
        assertThat(envoy.second(second)).isZero();
    }

    private static List<Integer> outliers(OutlierRule rule, String faults) {
        boolean[] outliers = rule.outliers(counts(faults));
        return IntStream.range(0, outliers.length).filter(i -> outliers[i]).boxed().toList();
    }

    /// At α = 0.05 / k, any fault being an impact.
    private static List<Integer> ours(String faults, String requests) {
        double[] f = counts(faults);
        double[] r = counts(requests);
        Map<String, Counts> zones = new LinkedHashMap<>();
        for (int i = 0; i < f.length; i++) {
            zones.put(String.valueOf(i), new Counts((long) r[i], (long) f[i], 2));
        }
        return new ZoneDetector(1, 0.05 / f.length, 2).assess(zones).entrySet().stream()
                .filter(e -> e.getValue().conclusion() == Conclusion.ZONAL).map(e -> Integer.valueOf(e.getKey()))
                .toList();
    }

    private static double[] counts(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<Integer> zones(String words) {
        return Arrays.stream(words.split(" ")).map(Integer::valueOf).toList();
    }
}
