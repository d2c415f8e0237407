package io.gameday.signal.prometheus;

import io.gameday.signal.AlarmCondition;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.Breaches;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Period;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Alerting rules as they stand now, and the series `ALERTS` that Prometheus writes of what they did.
public final class PrometheusAlarms implements AlarmHistory {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    /// What Prometheus puts onto its own series and not onto what it sends.
    private static final Set<String> OWN_LABELS = Set.of("__name__", "alertstate");

    private final PrometheusServer server;

    public PrometheusAlarms(PrometheusServer server) {
        this.server = server;
    }

    @Override
    public Alarms read(Period period, Duration step) throws SourceFailure {
        Set<String> notes = new LinkedHashSet<>();
        Map<String, List<AlarmCondition>> conditions = conditions(notes);
        Map<String, List<Firing>> firings = new TreeMap<>();
        PrometheusServer.Range range = server.range("ALERTS{alertstate=\"firing\"}", period, step);
        notes.addAll(range.notes());
        range.series().forEach((labels, samples) -> {
            Map<String, String> sent = new TreeMap<>(labels);
            sent.keySet().removeAll(OWN_LABELS);
            firings.computeIfAbsent(sent.getOrDefault("alertname", ""), name -> new ArrayList<>())
                    .addAll(firings(Map.copyOf(sent), samples, period, step));
        });
        Map<String, String> added = added(notes);
        Set<String> names = new LinkedHashSet<>(conditions.keySet());
        names.addAll(firings.keySet());
        List<KnownAlarm> alarms = names.stream().sorted()
                .map(name -> new KnownAlarm(name, conditions.getOrDefault(name, List.of()), firings
                        .getOrDefault(name, List.of()).stream().sorted(Comparator.comparing(Firing::from)).toList()))
                .toList();
        return new Alarms(alarms, step, added, List.copyOf(notes));
    }

    private Map<String, List<AlarmCondition>> conditions(Set<String> notes) throws SourceFailure {
        Map<String, List<AlarmCondition>> conditions = new TreeMap<>();
        JsonNode data = server.data("/api/v1/rules", List.of(Map.entry("type", "alert")), notes);
        for (JsonNode group : data.path("groups")) {
            Duration every = seconds(group.path("interval"));
            for (JsonNode rule : group.path("rules")) {
                if ("alerting".equals(rule.path("type").asString(""))) {
                    String trouble = trouble(rule);
                    conditions.computeIfAbsent(rule.path("name").asString(""), name -> new ArrayList<>())
                            .add(new AlarmCondition(rule.path("query").asString(""), seconds(rule.path("duration")),
                                    every, trouble));
                }
            }
        }
        return conditions;
    }

    private static String trouble(JsonNode rule) {
        return switch (rule.path("health").asString("")) {
            case "err" -> rule.path("lastError").asString("its condition cannot be evaluated");
            case "unknown" -> "its condition has not been evaluated yet";
            default -> "";
        };
    }

    @Override
    public String missing(AlarmCondition condition) throws SourceFailure {
        MetricNames metrics = MetricNames.in(condition.query());
        if (metrics.names().isEmpty()) {
            return "";
        }
        JsonNode data = server.data("/api/v1/query",
                List.of(Map.entry("query",
                        "count by (__name__) ({__name__=~\"" + String.join("|", metrics.names()) + "\"})")),
                new LinkedHashSet<>());
        Set<String> there = new HashSet<>();
        data.path("result").forEach(one -> there.add(one.path("metric").path("__name__").asString("")));
        List<String> gone = metrics.names().stream().filter(name -> !there.contains(name)).toList();
        boolean blind = metrics.anyWillDo() ? there.isEmpty() : !gone.isEmpty();
        return blind ? "it has no data: there is no series of " + String.join(", ", gone) : "";
    }

    private static Duration seconds(JsonNode number) {
        return Duration.ofMillis(Math.round(number.asDouble(0) * 1000));
    }

    private static List<Firing> firings(Map<String, String> labels, List<Sample> samples, Period period,
            Duration step) {
        List<Firing> firings = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < samples.size(); i++) {
            Instant next = samples.get(i).at().plus(step);
            // Half a step of slack, because the server rounds to milliseconds.
            boolean goesOn = i + 1 < samples.size() && samples.get(i + 1).at().isBefore(next.plus(step.dividedBy(2)));
            if (!goesOn) {
                Instant from = samples.get(first).at();
                firings.add(new Firing(labels, from, next.isBefore(period.to()) ? next : period.to(),
                        !from.isAfter(period.from()), !next.isBefore(period.to())));
                first = i + 1;
            }
        }
        return firings;
    }

    /// Labels that are put onto every alarm on its way to Alertmanager. Its routes may look at them.
    private Map<String, String> added(Set<String> notes) {
        try {
            String yaml = server.data("/api/v1/status/config", List.of(), notes).path("yaml").asString("");
            JsonNode config = YAML.readTree(yaml);
            if (!config.path("alerting").path("alert_relabel_configs").isMissingNode()) {
                notes.add("Prometheus rewrites labels of alarms (alert_relabel_configs) before it sends them; that is "
                        + "not worked out here, so routes may be taken wrongly");
            }
            return PrometheusServer.labels(config.path("global").path("external_labels"));
        } catch (SourceFailure | JacksonException unread) {
            notes.add("whether Prometheus puts labels of its own onto alarms is not known: " + unread.getMessage());
            return Map.of();
        }
    }

    @Override
    public Breaches breaches(AlarmCondition condition, Period period) throws SourceFailure {
        Duration every = condition.every();
        PrometheusServer.Range range = server.range(condition.query(), period, every);
        List<Set<Integer>> series = new ArrayList<>();
        range.series().values().forEach(samples -> {
            Set<Integer> breaching = new HashSet<>();
            samples.forEach(sample -> breaching.add(Math.toIntExact(
                    Duration.between(period.from(), sample.at()).plus(every.dividedBy(2)).dividedBy(every))));
            series.add(breaching);
        });
        int count = Math.toIntExact(period.length().minusMillis(1).dividedBy(every)) + 1;
        return new Breaches(period.from(), every, count, series);
    }
}
