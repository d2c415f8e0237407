package io.gameday.aws.cloudwatch;

import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import io.gameday.signal.AlarmCondition;
import io.gameday.signal.Breaches;
import io.gameday.signal.Period;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The condition of an alarm on one metric: a value of each period, compared with a threshold. As text it is JSON with
/// CloudWatch's own names for these settings.
record MetricCondition(String namespace, String metricName, Map<String, String> dimensions, String statistic,
        @Nullable String unit, int period, ComparisonOperator comparisonOperator, double threshold,
        MissingData treatMissingData) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build();

    /// Of an alarm on anything but one metric with a fixed threshold, only what it is.
    static AlarmCondition of(MetricAlarm alarm) {
        int n = Math.max(1, alarm.evaluationPeriods() == null ? 1 : alarm.evaluationPeriods());
        int m = alarm.datapointsToAlarm() == null ? n : Math.clamp(alarm.datapointsToAlarm(), 1, n);
        Duration every = Duration.ofSeconds(period(alarm));
        return new AlarmCondition(text(alarm), every.multipliedBy(n - 1L), every, new MOutOfN(m, n, missing(alarm)),
                "");
    }

    private static int period(MetricAlarm alarm) {
        if (alarm.period() != null) {
            return alarm.period();
        }
        return alarm.metrics().stream()
                .map(query -> query.metricStat() == null ? query.period() : query.metricStat().period())
                .filter(period -> period != null && period > 0).findFirst().orElse(60);
    }

    private static MissingData missing(MetricAlarm alarm) {
        return switch (alarm.treatMissingData()) {
            case "breaching" -> MissingData.BREACHING;
            case "notBreaching" -> MissingData.NOT_BREACHING;
            case "ignore" -> MissingData.IGNORE;
            case null, default -> MissingData.MISSING;
        };
    }

    private static String text(MetricAlarm alarm) {
        if (alarm.thresholdMetricId() != null) {
            return "anomaly detection: " + alarm.thresholdMetricId();
        }
        if (alarm.metricName() == null || alarm.comparisonOperator() == null || alarm.threshold() == null) {
            return "metric math: " + String.join(", ", alarm.metrics().stream().filter(q -> q.expression() != null)
                    .map(MetricDataQuery::expression).toList());
        }
        if (alarm.period() == null || alarm.statistic() == null && alarm.extendedStatistic() == null) {
            return "an alarm whose period or statistic is not told";
        }
        Map<String, String> dimensions = new TreeMap<>();
        alarm.dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension.value()));
        return JSON.writeValueAsString(new MetricCondition(alarm.namespace(), alarm.metricName(), dimensions,
                alarm.extendedStatistic() == null ? alarm.statisticAsString() : alarm.extendedStatistic(),
                alarm.unitAsString(), period(alarm), alarm.comparisonOperator(), alarm.threshold(), missing(alarm)));
    }

    /// @param text as [#of] wrote it
    static MetricCondition read(CloudWatch cloudWatch, String text) throws SourceFailure {
        try {
            if (text.startsWith("{")) {
                return JSON.readValue(text, MetricCondition.class);
            }
        } catch (JacksonException unreadable) {
            // Said below, as for any other text.
        }
        throw cloudWatch.failure(Cause.QUESTION,
                "cannot be asked again for '" + text + "'; what is asked again is one metric with a fixed threshold");
    }

    /// An evaluation comes when its period is over. CloudWatch evaluates every minute, also longer periods; here one
    /// comes after the other.
    Breaches breaches(CloudWatch cloudWatch, Period asked) throws SourceFailure {
        Duration every = Duration.ofSeconds(period);
        Retention.check(cloudWatch, every, asked.from());
        Instant begin = Retention.floor(asked.from(), every);
        int count = Math.toIntExact(Duration.between(begin, asked.to()).dividedBy(every));
        Set<Integer> breaching = new HashSet<>();
        Set<Integer> missing = new HashSet<>();
        for (int i = 0; i < count; i++) {
            missing.add(i);
        }
        if (count > 0) {
            MetricData data = MetricData.read(cloudWatch, List.of(query()), begin,
                    begin.plus(every.multipliedBy(count)));
            for (Sample sample : data.series().values().stream().findFirst().orElse(List.of())) {
                int i = Math.toIntExact(Duration.between(begin, sample.at()).dividedBy(every));
                missing.remove(i);
                if (breaches(sample.value())) {
                    breaching.add(i);
                }
            }
        }
        switch (treatMissingData) {
            case BREACHING -> breaching.addAll(missing);
            case NOT_BREACHING -> {
            }
            case MISSING, IGNORE -> {
                if (!missing.isEmpty()) {
                    throw cloudWatch.failure(Cause.SOURCE, "has no value of " + metricName + " for " + missing.size()
                            + " of " + count + " periods, and what its alarm makes of that is not worked out here");
                }
            }
        }
        return new Breaches(begin.plus(every), every, count, List.of(Set.copyOf(breaching)));
    }

    private MetricDataQuery query() {
        List<Dimension> all = dimensions.entrySet().stream()
                .map(one -> Dimension.builder().name(one.getKey()).value(one.getValue()).build()).toList();
        return MetricDataQuery.builder().id("condition")
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder().namespace(namespace).metricName(metricName).dimensions(all).build())
                        .period(period).stat(statistic).unit(unit).build())
                .build();
    }

    private boolean breaches(double value) {
        return switch (comparisonOperator) {
            case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> value >= threshold;
            case GREATER_THAN_THRESHOLD -> value > threshold;
            case LESS_THAN_THRESHOLD -> value < threshold;
            case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> value <= threshold;
            case LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD, LESS_THAN_LOWER_THRESHOLD,
                    GREATER_THAN_UPPER_THRESHOLD, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException(comparisonOperator + " is no comparison with one threshold");
        };
    }
}
