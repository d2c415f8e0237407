package io.gameday.experiment;

import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Second;
import io.gameday.observability.Tally;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A bound on what customers see, second by second.
///
/// @param limit in the metric's unit: percent or milliseconds
/// @param lasts how long without a break; null where the place has a default
public record MetricCondition(Metric metric, Scope scope, Comparison comparison, double limit,
        @Nullable Duration lasts) {

    public enum Comparison {
        AT_LEAST("≥"), AT_MOST("≤"), BELOW("<"), ABOVE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(double value, double limit) {
            return switch (this) {
                case AT_LEAST -> value >= limit;
                case AT_MOST -> value <= limit;
                case BELOW -> value < limit;
                case ABOVE -> value > limit;
            };
        }
    }

    public Tally tally(Second second) {
        return second.tally(Observer.CUSTOMER, scope);
    }

    /// Whether the condition is true of `tally`; empty when it has no requests.
    public Optional<Boolean> holds(Tally tally) {
        var value = metric.of(tally);
        return value.isEmpty() ? Optional.empty() : Optional.of(comparison.holds(value.getAsDouble(), limit));
    }

    /// The bound alone, such as `≥ 99.9 %`.
    public String bound() {
        return comparison.sign() + " " + metric.words(limit);
    }

    /// Such as `availability ≥ 99.9 % for 10 s`.
    public String words() {
        String where = scope.equals(Scope.SITE) ? "" : " of " + scope;
        return metric.word() + where + " " + bound() + (lasts == null ? "" : " for " + Units.words(lasts));
    }
}
