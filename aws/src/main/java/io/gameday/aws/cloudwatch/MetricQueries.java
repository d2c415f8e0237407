package io.gameday.aws.cloudwatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// What an operator asks CloudWatch for: JSON as `aws cloudwatch get-metric-data --metric-data-queries` takes it, or one
/// metric-math expression.
///
/// @param every time between two values
record MetricQueries(List<MetricDataQuery> queries, Duration every) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record JsonDimension(@Nullable String name, @Nullable String value) {
    }

    private record JsonMetric(@Nullable String namespace, @Nullable String metricName,
            @Nullable List<JsonDimension> dimensions) {
    }

    private record JsonStat(@Nullable JsonMetric metric, @Nullable Integer period, @Nullable String stat,
            @Nullable String unit) {
    }

    private record JsonQuery(@Nullable String id, @Nullable String expression, @Nullable String label,
            @Nullable JsonStat metricStat, @Nullable Boolean returnData, @Nullable Integer period,
            @Nullable String accountId) {
    }

    /// @param step of what names no period itself
    /// @throws IllegalArgumentException when `text` is JSON and not such queries
    static MetricQueries read(String text, Duration step) {
        int seconds = Math.toIntExact(step.toSeconds());
        String asked = text.strip();
        if (!(asked.startsWith("[") || asked.startsWith("{"))) {
            return new MetricQueries(List.of(MetricDataQuery.builder().id("customers").expression(asked).period(seconds)
                    .returnData(true).build()), step);
        }
        List<JsonQuery> given;
        try {
            given = List.of(JSON.readValue(asked.startsWith("[") ? asked : "[" + asked + "]", JsonQuery[].class));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "are no metric data queries: " + unreadable.getOriginalMessage()
                            + "; allowed: JSON as aws cloudwatch get-metric-data --metric-data-queries takes it",
                    unreadable);
        }
        List<JsonQuery> returned = given.stream().filter(query -> !Boolean.FALSE.equals(query.returnData())).toList();
        if (returned.size() != 1) {
            throw new IllegalArgumentException("give " + returned.size() + " results ("
                    + String.join(", ", returned.stream().map(query -> String.valueOf(query.id())).toList())
                    + "); allowed: one. Set ReturnData to false in the others");
        }
        boolean metrics = given.stream().anyMatch(query -> query.metricStat() != null);
        int longest = given.stream()
                .flatMap(query -> Stream.of(query.period(),
                        query.metricStat() == null ? null : query.metricStat().period()))
                .filter(Objects::nonNull).mapToInt(Integer::intValue).max().orElse(seconds);
        List<MetricDataQuery> queries = new ArrayList<>();
        given.forEach(query -> queries.add(query(query, metrics ? null : seconds, seconds)));
        return new MetricQueries(List.copyOf(queries), Duration.ofSeconds(longest));
    }

    private static MetricDataQuery query(JsonQuery query, @Nullable Integer expressionPeriod, int seconds) {
        var built = MetricDataQuery.builder().id(query.id()).expression(query.expression()).label(query.label())
                .returnData(query.returnData()).accountId(query.accountId());
        JsonStat stat = query.metricStat();
        if (stat == null) {
            return built.period(query.period() == null ? expressionPeriod : query.period()).build();
        }
        JsonMetric metric = stat.metric();
        if (metric == null || stat.stat() == null) {
            throw new IllegalArgumentException("have the query " + query.id()
                    + " without Metric or Stat; allowed: MetricStat: { Metric: { Namespace, MetricName, Dimensions }, "
                    + "Period, Stat }");
        }
        List<Dimension> dimensions = metric.dimensions() == null
                ? List.of()
                : metric.dimensions().stream()
                        .map(one -> Dimension.builder().name(one.name()).value(one.value()).build()).toList();
        return built.period(query.period())
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder().namespace(metric.namespace()).metricName(metric.metricName())
                                .dimensions(dimensions).build())
                        .period(stat.period() == null ? seconds : stat.period()).stat(stat.stat()).unit(stat.unit())
                        .build())
                .build();
    }
}
