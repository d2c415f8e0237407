package io.gameday.experiment;

import io.gameday.experiment.MetricCondition.Comparison;
import io.gameday.observability.Scope;
import io.gameday.yaml.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a bound on a metric, such as `{ metric: availability, atLeast: 99.9 %, for: 10s }`.
final class ConditionReader {

    private static final Map<String, Metric> METRICS = Map.of("availability", Metric.AVAILABILITY, "p99", Metric.P99,
            "p50", Metric.P50);
    private static final Map<String, Comparison> COMPARISONS = Map.of("atLeast", Comparison.AT_LEAST, "atMost",
            Comparison.AT_MOST, "below", Comparison.BELOW, "above", Comparison.ABOVE);
    private static final Duration LONGEST_LATENCY = Duration.ofMinutes(2);

    private final ExpectationReader.Names names;

    ConditionReader(ExpectationReader.Names names) {
        this.names = names;
    }

    /// @param otherwise how long it lasts where the file does not say; null where that means something of its own
    MetricCondition read(Fields fields, Duration least, Duration most, @Nullable Duration otherwise) {
        Metric metric = METRICS.getOrDefault(fields.oneOf("metric", METRICS.keySet()), Metric.AVAILABILITY);
        Scope scope = names.customersScope(fields);
        Duration lasts = fields.duration("for", least, most);
        Comparison comparison = Comparison.AT_LEAST;
        Double limit = null;
        List<String> given = COMPARISONS.keySet().stream().sorted().filter(fields::has).toList();
        for (String word : COMPARISONS.keySet().stream().sorted().toList()) {
            Double value = metric == Metric.AVAILABILITY
                    ? fields.percent(word, 0, 100)
                    : millis(fields.duration(word, Duration.ofMillis(1), LONGEST_LATENCY));
            if (value != null) {
                comparison = COMPARISONS.getOrDefault(word, Comparison.AT_LEAST);
                limit = value;
            }
        }
        if (given.size() != 1) {
            fields.problem("metric",
                    fields.name("metric") + " needs one bound; given: "
                            + (given.isEmpty() ? "none" : String.join(", ", given))
                            + "; allowed: one of atLeast, atMost, below, above");
        }
        return new MetricCondition(metric, scope, comparison, limit == null ? 0 : limit,
                lasts == null ? otherwise : lasts);
    }

    private static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1e6;
    }
}
