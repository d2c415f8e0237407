package io.gameday.signal.prometheus;

import io.gameday.signal.ClockOffset;
import io.gameday.signal.HttpSource;
import io.gameday.signal.Period;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One Prometheus, or what speaks its HTTP API (Thanos, Mimir, VictoriaMetrics; not tried with those).
public final class PrometheusServer {

    /// Prometheus refuses more than 11,000 points of a series in one answer.
    static final int POINTS_PER_PAGE = 10_000;

    private final HttpSource source;
    private final InstantSource clock;

    public PrometheusServer(HttpSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /// @param series by their labels
    /// @param notes  warnings of the server
    record Range(Map<Map<String, String>, List<Sample>> series, List<String> notes) {
    }

    /// The values of `query` at `period.from`, one step later and so on, before `period.to`.
    Range range(String query, Period period, Duration step) throws SourceFailure {
        Map<Map<String, String>, List<Sample>> series = new LinkedHashMap<>();
        Set<String> notes = new LinkedHashSet<>();
        Instant begin = period.from();
        while (begin.isBefore(period.to())) {
            Instant pageEnd = begin.plus(step.multipliedBy(POINTS_PER_PAGE - 1L));
            Instant last = period.to().minusMillis(1);
            page(query, begin, pageEnd.isBefore(last) ? pageEnd : last, step, series, notes);
            begin = pageEnd.plus(step);
        }
        return new Range(series, List.copyOf(notes));
    }

    private void page(String query, Instant from, Instant to, Duration step,
            Map<Map<String, String>, List<Sample>> series, Set<String> notes) throws SourceFailure {
        JsonNode data = data("/api/v1/query_range",
                List.of(Map.entry("query", query), Map.entry("start", seconds(from)), Map.entry("end", seconds(to)),
                        Map.entry("step", BigDecimal.valueOf(step.toMillis(), 3).toPlainString())),
                notes);
        if (!"matrix".equals(data.path("resultType").asString(""))) {
            throw source.failure(Cause.SOURCE,
                    "gave '" + data.path("resultType").asString("") + "' for a range of time; allowed: matrix");
        }
        for (JsonNode one : data.path("result")) {
            List<Sample> samples = series.computeIfAbsent(labels(one.path("metric")), labels -> new ArrayList<>());
            for (JsonNode value : one.path("values")) {
                double number = number(value.path(1).asString(""));
                // A share of nothing (0 / 0) is no value, and neither is one over 0.
                if (Double.isFinite(number)) {
                    samples.add(new Sample(instant(value.path(0)), number));
                }
            }
        }
    }

    JsonNode data(String path, List<Map.Entry<String, String>> query, Set<String> notes) throws SourceFailure {
        JsonNode answer = source.get(path, query);
        if (!"success".equals(answer.path("status").asString(""))) {
            throw source.failure(Cause.SOURCE, "answered " + path + " without success: "
                    + answer.path("error").asString("no error was named; is that a Prometheus?"));
        }
        for (String kind : List.of("warnings", "infos")) {
            answer.path(kind).forEach(said -> notes.add("Prometheus says: " + said.asString("")));
        }
        return answer.path("data");
    }

    HttpSource source() {
        return source;
    }

    /// By asking the server for its time.
    ///
    /// @throws SourceFailure when it did not answer
    public ClockOffset offset() throws SourceFailure {
        Instant before = clock.instant();
        JsonNode data = data("/api/v1/query", List.of(Map.entry("query", "time()")), new LinkedHashSet<>());
        Duration half = Duration.between(before, clock.instant()).dividedBy(2);
        Instant server = instant(data.path("result").path(0));
        return new ClockOffset("Prometheus", Duration.between(before.plus(half), server), half);
    }

    static Map<String, String> labels(JsonNode metric) {
        Map<String, String> labels = new TreeMap<>();
        metric.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return labels;
    }

    private double number(String text) throws SourceFailure {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException unreadable) {
                    throw source.failure(Cause.SOURCE, "gave '" + text + "' for a value; is that a Prometheus?");
                }
            }
        };
    }

    private Instant instant(JsonNode seconds) throws SourceFailure {
        if (!seconds.isNumber()) {
            throw source.failure(Cause.SOURCE, "gave '" + seconds + "' for a time; is that a Prometheus?");
        }
        return Instant.ofEpochMilli(seconds.decimalValue().movePointRight(3).longValue());
    }

    private static String seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3).toPlainString();
    }
}
