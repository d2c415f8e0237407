package io.gameday.reference.router;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.event.EventLog;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// What the control plane asks the router. Called on the network thread.
final class RouterAdmin implements Handler {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final RouteTable table;
    private final EventLog log;

    RouterAdmin(RouteTable table, EventLog log) {
        this.table = table;
        this.log = log;
    }

    /// Cumulative since the router began.
    record Attempts(String zone, String cell, long requests, long faults) {
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        reply.accept(switch (request.method() + " " + request.path()) {
            case "GET /events" -> events(request);
            case "GET /attempts" -> HttpAnswer.json(200, JSON.writeValueAsString(attempts()));
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

    private Map<String, Attempts> attempts() {
        Map<String, Attempts> attempts = new TreeMap<>();
        table.all().forEach(task -> attempts.put(task.id(),
                new Attempts(task.zone(), task.cell(), task.requests(), task.faults())));
        return attempts;
    }
}
