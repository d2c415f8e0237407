package io.gameday.prometheus;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Quantiles of histograms: cumulative counts, each with its upper bound in the label `le`.
final class Buckets {

    private static final String BOUND = "le";

    private Buckets() {
    }

    /// As `histogram_quantile` of Prometheus has it (promql/quantile.go, `bucketQuantile`): within a bucket observations are
    /// taken to lie evenly, and the lowest bucket begins at 0 when its bound is above. Counts that fall from one bound to
    /// the next, because a server was read while it counted, are raised to the one before. Other than there, what lies in the
    /// last bucket, which has no end, is not given the value of its lower bound but said to lie above.
    ///
    /// @param perSecond what each bucket grew by; several histograms add up where they have the same bounds
    static Datapoint quantile(double quantile, Map<Series, Double> perSecond) {
        Map<Series, NavigableSet<Double>> bounds = new TreeMap<>();
        TreeMap<Double, Double> counts = new TreeMap<>();
        for (Map.Entry<Series, Double> bucket : perSecond.entrySet()) {
            Series series = bucket.getKey();
            double bound;
            try {
                bound = Numeral.read(BOUND, series.label(BOUND));
            } catch (Malformed malformed) {
                return new Datapoint.Missing(series + " is no bucket: " + malformed.getMessage());
            }
            if (Double.isNaN(bound) || bound == Double.NEGATIVE_INFINITY
                    || !bounds.computeIfAbsent(series.without(BOUND), s -> new TreeSet<>()).add(bound)) {
                return new Datapoint.Missing(
                        series + " is no bucket: its bound is given twice, or neither finite nor +Inf");
            }
            counts.merge(bound, bucket.getValue(), Double::sum);
        }
        if (bounds.values().stream().anyMatch(some -> !some.equals(counts.navigableKeySet()))) {
            return new Datapoint.Missing("the histograms have different bounds; choose those that have the same");
        }
        return counts.size() < 2 || counts.lastKey() != Double.POSITIVE_INFINITY
                ? new Datapoint.Missing("a histogram has the bounds " + counts.keySet()
                        + "; allowed: two or more, the last of them +Inf")
                : interpolated(quantile, counts);
    }

    private static Datapoint interpolated(double quantile, TreeMap<Double, Double> counts) {
        double highest = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            highest = Math.max(highest, bucket.getValue());
            bucket.setValue(highest);
        }
        if (highest == 0) {
            return new Datapoint.Missing("the histogram observed nothing between the scrapes");
        }
        double rank = quantile * highest;
        double begin = Math.min(0, counts.firstKey());
        double below = 0;
        for (Map.Entry<Double, Double> bucket : counts.headMap(Double.POSITIVE_INFINITY).entrySet()) {
            double end = bucket.getKey();
            double count = bucket.getValue();
            if (count >= rank && count > below) {
                return Datapoint.of(begin + (end - begin) * ((rank - below) / (count - below)), "the quantile");
            }
            begin = end;
            below = count;
        }
        return new Datapoint.Above(begin);
    }
}
