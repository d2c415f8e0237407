package io.gameday.reference.orders;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// One JSON line of at least [#LEAST_BYTES] for each request that was worked on, written by the request's own thread
/// and blocking on purpose: where standard output is a pipe that nobody empties, the request stands still, for an
/// info line. Whether that happens is the choice of the log driver at the other end of the pipe.
final class RequestLog {
    static final int LEAST_BYTES = 1024;

    private final PrintStream out;
    private final JsonMapper json;
    private final TaskSettings settings;
    private final Supplier<Instant> now;

    RequestLog(PrintStream out, JsonMapper json, TaskSettings settings, Supplier<Instant> now) {
        this.out = out;
        this.json = json;
        this.settings = settings;
        this.now = now;
    }

    /// Writes the line; returns when the pipe has taken it.
    ///
    /// @param details more fields, such as the order's id
    void write(String request, int status, Map<String, ?> details) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", now.get().toString());
        line.put("level", status < 500 ? "info" : "error");
        line.put("cell", settings.cell());
        line.put("zone", settings.zone());
        line.put("instance", settings.instance());
        line.put("revision", settings.revision());
        line.put("request", request);
        line.put("status", status);
        line.putAll(details);
        line.put("padding", "");
        int missing = LEAST_BYTES - json.writeValueAsBytes(line).length - 1;
        line.put("padding", ".".repeat(Math.max(0, missing)));
        out.println(json.writeValueAsString(line));
    }
}
