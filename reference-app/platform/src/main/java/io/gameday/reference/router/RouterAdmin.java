package io.gameday.reference.router;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.Eviction;
import io.gameday.time.Clock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/// What the control plane asks the router, and what Prometheus may scrape. Called on the network thread.
final class RouterAdmin implements Handler {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final RouteTable table;
    private final Cluster cluster;
    private final Eviction eviction;
    private final EventLog log;
    private final RouterMetrics metrics;
    private final Clock clock;
    private final RandomGenerator random;

    RouterAdmin(RouteTable table, Cluster cluster, RandomGenerator random, Eviction eviction, EventLog log,
            RouterMetrics metrics, Clock clock) {
        this.table = table;
        this.cluster = cluster;
        this.random = random;
        this.eviction = eviction;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// Cumulative since the router began. @param busyNanos time that requests were under way, of all together
    record Attempts(String zone, String cell, long requests, long faults, long busyNanos) {
    }

    /// @param evicted  tasks that would get requests if they were not evicted, in the order of their names
    /// @param failOpen whether the tasks of some cell get requests nevertheless, because all of them are evicted
    /// @param rule     by which a task is evicted, in words
    record Evicted(List<String> evicted, boolean failOpen, String rule) {
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        reply.accept(switch (request.method() + " " + request.path()) {
            case "GET /events" -> events(request);
            case "GET /attempts" -> HttpAnswer.json(200, JSON.writeValueAsString(attempts()));
            case "GET /evicted" -> HttpAnswer.json(200, JSON.writeValueAsString(evicted()));
            case "GET /names" -> HttpAnswer.json(200, JSON.writeValueAsString(cluster.names(random)));
            case "GET /metrics" -> metrics();
            default -> HttpAnswer.error(404, "no such thing: " + request.method() + " " + request.path());
        });
    }

    private HttpAnswer events(HttpRequest request) {
        try {
            return HttpAnswer.json(200, JSON.writeValueAsString(log.answer(request.query())));
        } catch (IllegalArgumentException e) {
            return HttpAnswer.error(400, String.valueOf(e.getMessage()));
        }
    }

    private HttpAnswer metrics() {
        return new HttpAnswer(200, Map.of("content-type", "text/plain; version=0.0.4; charset=utf-8"),
                metrics.text().getBytes(StandardCharsets.UTF_8));
    }

    private Evicted evicted() {
        List<List<String>> routed = table.cells().stream()
                .map(cell -> table.tasks(cell).stream().map(RoutedTask::id).toList()).toList();
        return new Evicted(routed.stream().flatMap(List::stream).filter(eviction::out).sorted().toList(),
                table.failsOpen()
                        && routed.stream().anyMatch(cell -> !cell.isEmpty() && cell.stream().allMatch(eviction::out)),
                eviction.rule().toString());
    }

    private Map<String, Attempts> attempts() {
        Map<String, Attempts> attempts = new TreeMap<>();
        long now = clock.ticks();
        table.all().forEach(task -> attempts.put(task.id(),
                new Attempts(task.zone(), task.cell(), task.requests(), task.faults(), task.busyNanos(now))));
        return attempts;
    }
}
