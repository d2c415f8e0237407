package io.gameday.reference.log;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import io.gameday.http.OnLoop;
import io.gameday.journal.JournalFormat;
import io.gameday.observability.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Where the lines of all tasks end up: writes a batch, then acknowledges it. While it is stalled it does neither for
/// the tasks in scope; what it withheld is written and acknowledged when the stall ends. A batch that is posted again
/// is written once. Everything runs on the loop.
///
/// ```
/// POST /batches   JSON lines; headers say whose, which and how many   200 once they are written
/// GET  /state     lines written, batches withheld, stalls
/// ```
public final class LogSink implements Handler {

    static final String TASK = "x-gameday-task";
    static final String CELL = "x-gameday-cell";
    static final String ZONE = "x-gameday-zone";
    static final String BATCH = "x-gameday-batch";
    static final String LINES = "x-gameday-lines";

    private static final JsonMapper JSON = JournalFormat.mapper();

    private final Executor loop;
    private final Store store;
    private final List<Stall> stalls = new ArrayList<>();
    /// By task: each has one batch under way at most.
    private final Map<String, Withheld> withheld = new LinkedHashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private long written;

    /// Keeps what the sink is given.
    @FunctionalInterface
    public interface Store {

        /// Writes the lines at the end, all or an exception.
        ///
        /// @param lines each with its end
        void append(String lines) throws IOException;
    }

    public LogSink(Executor loop, Store store) {
        this.loop = loop;
        this.store = store;
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        new OnLoop(loop, this::answer).handle(request, reply);
    }

    private void answer(HttpRequest request, Consumer<HttpAnswer> reply) {
        switch (request.method() + " " + request.path()) {
            case "POST /batches" -> receive(request, reply);
            case "GET /state" -> reply.accept(json(state()));
            default -> reply.accept(HttpAnswer.error(404, "no such path; allowed: POST /batches, GET /state"));
        }
    }

    /// Acknowledges nothing more from the tasks in `scope` until the stall is ended. Several may overlap.
    public Stall stall(Scope scope) {
        Stall stall = new Stall(scope);
        stalls.add(stall);
        return stall;
    }

    public State state() {
        return new State(written, withheld.size(), stalls.stream().map(stall -> stall.scope.toString()).toList());
    }

    /// @param linesWritten   since the sink began
    /// @param batchesWaiting received and neither written nor acknowledged
    /// @param stalls         their scopes
    public record State(long linesWritten, int batchesWaiting, List<String> stalls) {
    }

    /// A stall in force.
    public final class Stall {
        private final Scope scope;

        private Stall(Scope scope) {
            this.scope = scope;
        }

        /// Writes and acknowledges what no other stall withholds, in the order of its arrival. Without effect when it
        /// has ended already.
        public void end() {
            if (stalls.remove(this)) {
                List.copyOf(withheld.values()).forEach(LogSink.this::settle);
            }
        }
    }

    private void receive(HttpRequest request, Consumer<HttpAnswer> reply) {
        Map<String, String> headers = request.headers();
        LogBatch batch;
        try {
            batch = new LogBatch(new Origin(said(headers, TASK), said(headers, CELL), said(headers, ZONE)),
                    Long.parseLong(said(headers, BATCH)), Integer.parseInt(said(headers, LINES)), request.text());
            if (batch.number() < 1 || batch.lines() < 0) {
                throw new IllegalArgumentException(BATCH + " is " + batch.number() + ", " + LINES + " is "
                        + batch.lines() + "; allowed: 1 or more, 0 or more");
            }
        } catch (IllegalArgumentException missing) {
            reply.accept(HttpAnswer.error(400, "headers are not those of a batch: " + missing.getMessage()));
            return;
        }
        // Posted again before it was acknowledged, it takes the place of the first: nobody waits for that answer now.
        Withheld received = new Withheld(batch, reply);
        withheld.put(batch.from().task(), received);
        settle(received);
    }

    private void settle(Withheld received) {
        LogBatch batch = received.batch;
        Origin from = batch.from();
        if (stalls.stream().anyMatch(stall -> stall.scope.covers(from.cell(), from.zone()))) {
            return;
        }
        withheld.remove(from.task());
        if (batch.number() > newest.getOrDefault(from.task(), 0L)) {
            try {
                store.append(batch.text());
            } catch (IOException full) {
                received.reply.accept(HttpAnswer.error(503, "cannot be written: " + full.getMessage()));
                return;
            }
            newest.put(from.task(), batch.number());
            written += batch.lines();
        }
        received.reply.accept(json(Map.of("written", batch.lines())));
    }

    private static String said(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static HttpAnswer json(Object body) {
        return HttpAnswer.json(200, JSON.writeValueAsString(body));
    }

    private record Withheld(LogBatch batch, Consumer<HttpAnswer> reply) {
    }
}
