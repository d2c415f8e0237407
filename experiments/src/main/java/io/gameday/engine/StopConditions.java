package io.gameday.engine;

import io.gameday.experiment.MetricCondition;
import io.gameday.observability.Second;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Watches the stop conditions all through a run. A second without requests neither counts nor resets.
final class StopConditions {

    private final List<MetricCondition> conditions;
    private final Map<MetricCondition, Duration> since = new HashMap<>();

    StopConditions(List<MetricCondition> conditions) {
        // A line that stands there twice would count every second twice.
        this.conditions = conditions.stream().distinct().toList();
    }

    /// @param value what it was in the newest second
    record Met(String line, String value) {
    }

    Optional<Met> measured(Second second) {
        for (MetricCondition condition : conditions) {
            var tally = condition.tally(second);
            condition.holds(tally).ifPresent(holds -> since.merge(condition,
                    holds ? Duration.ofSeconds(1) : Duration.ZERO, (before, now) -> holds ? before.plus(now) : now));
            Duration lasts = condition.lasts() == null ? Duration.ZERO : condition.lasts();
            Duration met = since.getOrDefault(condition, Duration.ZERO);
            if (!met.isZero() && met.compareTo(lasts) >= 0) {
                String value = condition.metric().words(condition.metric().of(tally).orElse(0));
                return Optional.of(new Met(condition.words(), value));
            }
        }
        return Optional.empty();
    }
}
