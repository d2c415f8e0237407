package io.gameday.experiment;

import io.gameday.observability.Tally;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// What customers saw, as a number per second.
public enum Metric {
    /// Useful answers ÷ requests, in percent.
    AVAILABILITY("availability", "%"),
    /// 99th percentile of latency from the intended start, in milliseconds; unanswered counts as the limit.
    P99("p99", "ms"),
    /// Median of the same.
    P50("p50", "ms");

    private final String word;
    private final String unit;

    Metric(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    public String word() {
        return word;
    }

    public static List<String> words() {
        return List.of(AVAILABILITY.word, P99.word, P50.word);
    }

    /// The value of one or more seconds; empty without requests.
    public OptionalDouble of(Tally tally) {
        if (tally.requests() == 0) {
            return OptionalDouble.empty();
        }
        return switch (this) {
            case AVAILABILITY -> OptionalDouble.of(100 * tally.availability().orElseThrow());
            case P99 -> OptionalDouble.of(tally.p99Micros() / 1000.0);
            case P50 -> OptionalDouble.of(tally.p50Micros() / 1000.0);
        };
    }

    /// A value as people read it, such as `99.9 %` or `131 ms`. A share just short of 100 % never rounds up to it.
    public String words(double value) {
        double shown = this == AVAILABILITY && value < 100 ? Math.floor(value * 100) / 100 : value;
        String digits = this == AVAILABILITY ? "%.2f" : "%.0f";
        String text = String.format(Locale.ROOT, digits, shown);
        return (text.contains(".") ? text.replaceAll("\\.?0+$", "") : text) + " " + unit;
    }
}
