package io.gameday.observability.alarm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Finds zones that are worse than the others: request-weighted, one-sided, and silent without enough evidence.
///
/// With requests `R_i` and faults `F_i` of zone i of k and the share of faults `f = ΣF / ΣR`, the expected faults are
/// `E_i = f · R_i`, the test statistic is `χ² = Σ (F_i − E_i)² / (E_i · (1 − f))` with k − 1 degrees of freedom, and the
/// adjusted residual is `r_i = (F_i − E_i) / √(E_i · (1 − f) · (1 − R_i/ΣR))`. Source: Pearson's test of equal
/// proportions, residuals after Haberman (1973). Without `1 − f` a zone that is wholly dead beside two that are
/// overloaded would look like chance.
///
/// @param objective    availability below which a zone has an impact at all; 0 to 1
/// @param significance greatest p that counts as evidence: the accepted number of false alarms ÷ evaluations
/// @param minInstances distinct failing instances below which it is one instance's fault, not its zone's; where the worst
///                     one is told, the zone must stand out without it as well
public record ZoneDetector(double objective, double significance, int minInstances) {

    private static final long ENOUGH_FAULTS = 10;
    private static final double ENOUGH_EXPECTED = 5;
    private static final double OUTLYING_SHARE = 0.7;
    private static final double OUTLYING_RESIDUAL = 3;

    /// How many times the share of faults elsewhere a zone must have. With enough traffic the smallest difference is
    /// certain, also one that only retries make: they come to a zone while it is bad and not before.
    private static final double TIMES_WORSE = 1.25;

    /// Of a zone without its worst instance. An instance that fails in earnest is expected every few hours; one in ten
    /// thousand of those is one in years.
    private static final double WITHOUT_WORST = 1e-4;

    public ZoneDetector {
        if (!(objective > 0 && objective <= 1)) {
            throw new IllegalArgumentException("objective is " + objective + "; allowed: more than 0, at most 1");
        }
        if (!(significance > 0 && significance < 1)) {
            throw new IllegalArgumentException("significance is " + significance + "; allowed: between 0 and 1");
        }
    }

    /// One zone's counts over the window.
    ///
    /// @param instances     distinct instances with at least one fault
    /// @param worstRequests requests of the instance with the most faults; 0 when it was not told
    /// @param worstFaults   its faults; 0 when it was not told
    public record Counts(long requests, long faults, int instances, long worstRequests, long worstFaults) {

        /// Which instance is the worst is not told.
        public Counts(long requests, long faults, int instances) {
            this(requests, faults, instances, 0, 0);
        }

        double well() {
            return 1 - bad();
        }

        double bad() {
            return (double) faults / requests;
        }

        Counts withoutWorst() {
            return new Counts(requests - worstRequests, faults - worstFaults, instances - 1);
        }
    }

    /// What was concluded about one zone.
    public enum Conclusion {
        NO_TRAFFIC, NO_IMPACT, UNDECIDED, NOT_ZONAL, SINGLE_INSTANCE, ZONAL
    }

    /// What was concluded about one zone, and from what.
    public static final class Finding {

        private final Conclusion conclusion;
        private final Counts zone;
        private final Totals all;

        private Finding(Conclusion conclusion, Counts zone, Totals all) {
            this.conclusion = conclusion;
            this.zone = zone;
            this.all = all;
        }

        public Conclusion conclusion() {
            return conclusion;
        }

        /// The numbers that decided it.
        public String evidence() {
            return evidence("failed", "available");
        }

        /// The same where a fault is something else, such as a slow answer.
        ///
        /// @param fault what a request with a fault is, such as `failed`
        /// @param well  what the others are, such as `available`
        public String evidence(String fault, String well) {
            return zone.requests() == 0
                    ? "no requests"
                    : String.format(Locale.ROOT, "%d of %d %s (%.1f %% %s), expected %.1f, p %.2g", zone.faults(),
                            zone.requests(), fault, 100 * zone.well(), well, all.expected(zone), all.p(zone));
        }
    }

    /// The finding about one of `zones`.
    public Finding assess(Map<String, Counts> zones, String zone) {
        Totals totals = Totals.of(zones);
        return new Finding(conclude(zone, zones, totals), counts(zone, zones), totals);
    }

    /// One finding per zone, in the order of `zones`.
    public Map<String, Finding> assess(Map<String, Counts> zones) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        Totals totals = Totals.of(zones);
        zones.forEach((zone, counts) -> findings.put(zone, new Finding(conclude(zone, zones, totals), counts, totals)));
        return findings;
    }

    private static Counts counts(String zone, Map<String, Counts> zones) {
        return Objects.requireNonNull(zones.get(zone),
                () -> "zone is '" + zone + "'; allowed: " + String.join(", ", zones.keySet()));
    }

    private Conclusion conclude(String name, Map<String, Counts> zones, Totals all) {
        Counts zone = counts(name, zones);
        if (zone.requests() == 0) {
            return Conclusion.NO_TRAFFIC;
        }
        if (zone.well() >= objective) {
            return Conclusion.NO_IMPACT;
        }
        if (all.zones() < 2 || all.faults() < ENOUGH_FAULTS) {
            return Conclusion.UNDECIDED;
        }
        if (!outlier(zone, all, significance)) {
            return Conclusion.NOT_ZONAL;
        }
        return zone.instances() < minInstances || zone.worstFaults() > 0 && !outlierWithoutWorst(name, zones)
                ? Conclusion.SINGLE_INSTANCE
                : Conclusion.ZONAL;
    }

    /// One fault elsewhere in the zone would make a broken instance look like two: the others must be bad as well.
    private boolean outlierWithoutWorst(String name, Map<String, Counts> zones) {
        Counts rest = counts(name, zones).withoutWorst();
        Map<String, Counts> without = new LinkedHashMap<>(zones);
        without.put(name, rest);
        return rest.requests() > 0 && rest.well() < objective && outlier(rest, Totals.of(without), WITHOUT_WORST);
    }

    private boolean outlier(Counts zone, Totals all, double greatest) {
        if (all.p(zone) > greatest || zone.bad() < TIMES_WORSE * all.badElsewhere(zone)) {
            return false;
        }
        double requestShare = (double) zone.requests() / all.requests();
        double faultShare = (double) zone.faults() / all.faults();
        boolean byShare = faultShare >= Math.max(OUTLYING_SHARE, 1.5 * requestShare);
        boolean byTest = all.smallestExpected() < ENOUGH_EXPECTED || all.residual(zone) >= OUTLYING_RESIDUAL;
        return byShare || byTest && all.residual(zone) > 0;
    }

    /// Sums over the zones that have traffic.
    private record Totals(int zones, long requests, long faults, double smallestExpected, double chiSquared) {

        static Totals of(Map<String, Counts> all) {
            var withTraffic = all.values().stream().filter(c -> c.requests() > 0).toList();
            long requests = withTraffic.stream().mapToLong(Counts::requests).sum();
            long faults = withTraffic.stream().mapToLong(Counts::faults).sum();
            Totals sums = new Totals(withTraffic.size(), requests, faults, 0, 0);
            double smallest = withTraffic.stream().mapToDouble(sums::expected).min().orElse(0);
            // Where everything fails no zone is worse than another.
            double chi = faults == 0 || faults == requests
                    ? 0
                    : withTraffic.stream()
                            .mapToDouble(c -> Math.pow(c.faults() - sums.expected(c), 2) / sums.variance(c)).sum();
            return new Totals(withTraffic.size(), requests, faults, smallest, chi);
        }

        double expected(Counts zone) {
            return requests == 0 ? 0 : (double) faults * zone.requests() / requests;
        }

        double badElsewhere(Counts zone) {
            long others = requests - zone.requests();
            return others == 0 ? 0 : (double) (faults - zone.faults()) / others;
        }

        /// Of the faults of a zone that is like the others: a share of its requests, so binomial.
        double variance(Counts zone) {
            return expected(zone) * (1 - (double) faults / requests);
        }

        double residual(Counts zone) {
            double expected = expected(zone);
            double spread = Math.sqrt(variance(zone) * (1 - (double) zone.requests() / requests));
            return spread == 0 ? 0 : (zone.faults() - expected) / spread;
        }

        /// The chance of such a result were all zones alike: exact and one-sided where counts are small.
        double p(Counts zone) {
            if (faults == 0 || zones < 2) {
                return 1;
            }
            if (smallestExpected < ENOUGH_EXPECTED) {
                var binomial = BinomialDistribution.of(Math.toIntExact(faults), (double) zone.requests() / requests);
                return binomial.survivalProbability(Math.toIntExact(zone.faults()) - 1);
            }
            return ChiSquaredDistribution.of(zones - 1.0).survivalProbability(chiSquared);
        }
    }
}
