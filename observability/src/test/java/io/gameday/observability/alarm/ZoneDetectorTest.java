package io.gameday.observability.alarm;

import io.gameday.observability.alarm.ZoneDetector.Conclusion;
import io.gameday.observability.alarm.ZoneDetector.Counts;
import io.gameday.observability.alarm.ZoneDetector.Finding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ZoneDetectorTest {

    /// Any fault is an impact, so that only the comparison of the zones decides.
    private static final double ANY_FAULT = 1;

    /// Faults and requests by zone, and the zones that stand out. α = 0.05 / k.
    @ParameterizedTest
    @CsvSource({
            // faults,      requests,            zones that stand out
            "450 20 1,      1000 1000 1000,      az1", "20 0 0,        1000 1000 1000,      az1",
            "40 10 10,      4000 1000 1000,      none", "30 10 10,      1000 4000 4000,      az1",
            "60 5 5,        1000 5000 5000,      az1", "100 1 1,       1000 1000 1000,      az1",
            "10 10 10,      1000 1000 1000,      none", "0 50 50,       1000 1000 1000,      az2 az3",
            "40 12 10 8,    1000 1000 1000 1000, az1", "12 0 0,        1000 1000 1000,      az1",
            "8 2 2,         1000 1000 1000,      none"})
    void theReferenceVectorsHold(String faults, String requests, String outliers) {
        List<String> expected = outliers.equals("none") ? List.of() : List.of(outliers.split(" "));
        assertThat(zonal(assess(faults, requests))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2 0 0, 100 100 100", "3 0 0, 1000 1000 1000"})
    void tooFewFaultsToCompareAreUndecidedAndNotWell(String faults, String requests) {
        assertThat(conclusions(assess(faults, requests))).containsExactly(Conclusion.UNDECIDED, Conclusion.NO_IMPACT,
                Conclusion.NO_IMPACT);
    }

    /// A two-sided test would flag the zone that has no faults at all.
    @Test
    void aDeadZoneBesideTwoOverloadedOnesIsStillTheOne() {
        assertThat(zonal(
                new ZoneDetector(0.99, StandardAlarms.SIGNIFICANCE, 0).assess(counts("100 55 55", "100 100 100", 2))))
                .containsExactly("az1");
    }

    @Test
    void whereEverythingFailsNoZoneIsTheOne() {
        assertThat(zonal(
                new ZoneDetector(0.99, StandardAlarms.SIGNIFICANCE, 0).assess(counts("100 100 100", "100 100 100", 2))))
                .isEmpty();
    }

    @Test
    void theZoneWithoutFaultsIsNeverTheOutlier() {
        assertThat(assess("0 50 50", "1000 1000 1000").get("az1").conclusion()).isEqualTo(Conclusion.NO_IMPACT);
        assertThat(assess("1 50 50", "1000 1000 1000").get("az1").conclusion()).isEqualTo(Conclusion.NOT_ZONAL);
    }

    /// Counts alone would flag the zone with the most traffic.
    @Test
    void aZoneWithFourTimesTheTrafficMayHaveFourTimesTheFaults() {
        assertThat(conclusions(assess("40 10 10", "4000 1000 1000"))).containsOnly(Conclusion.NOT_ZONAL);
    }

    /// p = 0.0498 would be enough for a test at 5 %.
    @Test
    void threeFaultsAreNoOutlier() {
        assertThat(zonal(assess("3 0 0", "1000 1000 1000"))).isEmpty();
    }

    @Test
    void theEvidenceNamesTheNumbersThatDecided() {
        assertThat(assess("20 0 0", "1000 1000 1000").get("az1").evidence())
                .isEqualTo("20 of 1000 failed (98.0 % available), expected 6.7, p 1.8e-09");
        assertThat(assess("8 2 2", "1000 1000 1000").get("az1").evidence()).endsWith("expected 4.0, p 0.019");
        assertThat(assess("12 0 0", "1000 1000 1000").get("az1").evidence()).endsWith("expected 4.0, p 1.9e-06");
        assertThat(assess("40 12 10 8", "1000 1000 1000 1000").get("az1").evidence())
                .endsWith("expected 17.5, p 1.2e-08");
    }

    @Test
    void oneInstancesFaultIsNotItsZones() {
        ZoneDetector detector = new ZoneDetector(ANY_FAULT, 0.05 / 3, 2);
        Map<String, Finding> one = detector.assess(counts("100 1 1", "1000 1000 1000", 1));
        assertThat(one.get("az1").conclusion()).isEqualTo(Conclusion.SINGLE_INSTANCE);
        Map<String, Finding> two = detector.assess(counts("100 1 1", "1000 1000 1000", 2));
        assertThat(two.get("az1").conclusion()).isEqualTo(Conclusion.ZONAL);
    }

    @Test
    void anOutlierAmongTinyNumbersIsNoImpact() {
        ZoneDetector detector = new ZoneDetector(0.95, 0.05 / 3, 0);
        Map<String, Finding> findings = detector.assess(counts("20 0 0", "1000 1000 1000", 2));
        assertThat(conclusions(findings)).containsOnly(Conclusion.NO_IMPACT);
    }

    @Test
    void aZoneWithoutTrafficLeavesTheComparison() {
        Map<String, Finding> findings = assess("30 10 0", "1000 4000 0");
        assertThat(conclusions(findings)).containsExactly(Conclusion.ZONAL, Conclusion.NOT_ZONAL,
                Conclusion.NO_TRAFFIC);
        assertThat(conclusions(assess("30 0 0", "1000 0 0"))).containsExactly(Conclusion.UNDECIDED,
                Conclusion.NO_TRAFFIC, Conclusion.NO_TRAFFIC);
        assertThat(conclusions(assess("0 0 0", "0 0 0"))).containsOnly(Conclusion.NO_TRAFFIC);
    }

    @Test
    void settingsThatCannotBeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new ZoneDetector(0, 0.05, 2))
                .hasMessage("objective is 0.0; allowed: more than 0, at most 1");
        assertThatThrownBy(() -> new ZoneDetector(0.99, 1, 2))
                .hasMessage("significance is 1.0; allowed: between 0 and 1");
    }

    private static Map<String, Finding> assess(String faults, String requests) {
        int zones = faults.split(" ").length;
        return new ZoneDetector(ANY_FAULT, 0.05 / zones, 2).assess(counts(faults, requests, 2));
    }

    private static Map<String, Counts> counts(String faults, String requests, int instances) {
        long[] f = Arrays.stream(faults.split(" ")).mapToLong(Long::parseLong).toArray();
        long[] r = Arrays.stream(requests.split(" ")).mapToLong(Long::parseLong).toArray();
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (int i = 0; i < f.length; i++) {
            counts.put("az" + (i + 1), new Counts(r[i], f[i], instances));
        }
        return counts;
    }

    private static List<String> zonal(Map<String, Finding> findings) {
        return findings.entrySet().stream().filter(e -> e.getValue().conclusion() == Conclusion.ZONAL)
                .map(Map.Entry::getKey).toList();
    }

    private static List<Conclusion> conclusions(Map<String, Finding> findings) {
        return findings.values().stream().map(Finding::conclusion).toList();
    }
}
