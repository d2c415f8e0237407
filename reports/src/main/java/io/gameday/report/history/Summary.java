package io.gameday.report.history;

import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.jspecify.annotations.Nullable;

/// What a few values come to. Durations of incidents are skewed and few, so a mean of less than ten would say more
/// than is known, and there is no trend at all.
///
/// @param n    how many values
/// @param p25  like `p75` by straight lines between the values in order, as R and NumPy do it
/// @param mean null below [#ENOUGH_FOR_A_MEAN] values
public record Summary(int n, double least, double p25, double median, double p75, double most, @Nullable Double mean) {

    public static final int ENOUGH_FOR_A_MEAN = 10;

    private static final Quantile QUARTILES = Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);

    /// Null when there is no value.
    static @Nullable Summary of(List<Double> values) {
        if (values.isEmpty()) {
            return null;
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] quartiles = QUARTILES.evaluate(sorted, 0.25, 0.5, 0.75);
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Summary(sorted.length, sorted[0], quartiles[0], quartiles[1], quartiles[2],
                sorted[sorted.length - 1], sorted.length < ENOUGH_FOR_A_MEAN ? null : Double.valueOf(mean));
    }

    /// `n 7, median 3.1 s, p25–p75 2.8 to 4.0 s, 2.0 to 8.0 s`, with the mean where there is one.
    public String words(Quantity.Unit unit) {
        return "n " + n + ", median " + unit.words(median)
                + (n == 1 ? "" : ", p25–p75 " + unit.words(p25, p75) + ", range " + unit.words(least, most))
                + (mean == null ? "" : ", mean " + unit.words(mean));
    }
}
