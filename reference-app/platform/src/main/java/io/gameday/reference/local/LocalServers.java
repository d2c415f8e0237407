package io.gameday.reference.local;

import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Server;
import io.gameday.observability.ServerReport;
import io.gameday.prometheus.RequestHistogram;
import io.gameday.prometheus.Scrape;
import io.gameday.prometheus.Scraper;
import io.gameday.prometheus.Selector;
import io.gameday.reference.Address;
import io.gameday.target.Answer;
import io.gameday.target.Task;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the running app's servers count, asked of their Prometheus endpoints: each task at its management port, through the
/// same links that its health checks take, and the router. Everything belongs to the engine's loop.
///
/// ```
/// ask ──► GET /topology ─────────► whom to ask the next time
///     ├─► task 1 … n, GET /actuator/prometheus ─┐
///     └─► router, GET /metrics ─────────────────┴─ all answered, or 800 ms ──► reports
/// ```
public final class LocalServers {

    /// Below the second after which they are asked again.
    private static final Duration LIMIT = Duration.ofMillis(800);

    private static final Server ROUTER = new Server("router", null, null);
    /// States of tasks that have something to tell.
    private static final Set<String> ASKED = Set.of(Task.State.HEALTHY.name(), Task.State.UNHEALTHY.name());
    /// Customers' orders. Canaries, and orders that are read back, have addresses of their own.
    private static final Selector ORDERS = Selector.of("http_server_requests_seconds_bucket").with("uri", "/orders");
    private static final RequestHistogram TASK = new RequestHistogram(ORDERS,
            ORDERS.matching("status", Pattern.compile("2..")), ORDERS.with("exception", "Overloaded"));
    private static final Selector ATTEMPTS = Selector.of("router_attempts_seconds_bucket");
    private static final RequestHistogram ATTEMPTED = new RequestHistogram(ATTEMPTS,
            ATTEMPTS.with("outcome", "success"), ATTEMPTS.with("outcome", "overloaded"));

    private final LocalApp app;
    private final AppCalls calls;
    private final Scraper scraper;
    private final Executor loop;
    private final Endpoint router;
    private List<Endpoint> tasks = List.of();
    private Map<Endpoint, Scrape> before = Map.of();
    private boolean asking;

    /// @param loop  the engine's loop
    /// @param clock of the engine
    public LocalServers(LocalApp app, HttpCaller caller, Executor loop, Clock clock) {
        this(app, caller, loop, clock, LIMIT);
    }

    /// @param limit of one answer
    LocalServers(LocalApp app, HttpCaller caller, Executor loop, Clock clock, Duration limit) {
        this.app = app;
        this.calls = new AppCalls(caller, app.token());
        this.scraper = new Scraper(caller, clock, limit);
        this.loop = loop;
        router = new Endpoint(ROUTER, Address.parse(app.addresses().routerAdmin()),
                HttpRequest.get("/metrics").with("authorization", "Bearer " + app.token()), ATTEMPTED);
    }

    /// One server to ask. A task that was started anew has another address.
    private record Endpoint(Server server, InetSocketAddress address, HttpRequest request, RequestHistogram histogram) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Endpoint(Server same, InetSocketAddress there, _, _) && same.equals(server)
                    && there.equals(address);
        }

        @Override
        public int hashCode() {
            return server.hashCode();
        }
    }

    /// As [io.gameday.target.Signals#askServers(Consumer)] has it.
    void ask(Consumer<List<ServerReport>> reply) {
        if (asking) {
            // The engine stood still and hurries now; one answer is on its way.
            reply.accept(List.of());
            return;
        }
        asking = true;
        List<Endpoint> asked = new ArrayList<>(tasks);
        asked.add(router);
        Map<Endpoint, Scrape> scrapes = new HashMap<>();
        asked.forEach(endpoint -> scraper.scrape(endpoint.address(), endpoint.request(), scrape -> loop.execute(() -> {
            scrapes.put(endpoint, scrape);
            if (scrapes.size() == asked.size()) {
                asking = false;
                reply.accept(reports(asked, scrapes));
            }
        })));
        calls.get("the control plane", app.addresses().controlPlaneAddress(), HttpRequest.get("/topology"),
                answer -> loop.execute(() -> {
                    // One that cannot be asked leaves the tasks as they were.
                    if (answer instanceof Answer.Ok<JsonNode>(JsonNode topology)) {
                        tasks = running(topology);
                    }
                }));
    }

    private List<ServerReport> reports(List<Endpoint> asked, Map<Endpoint, Scrape> scrapes) {
        List<ServerReport> reports = new ArrayList<>();
        for (Endpoint endpoint : asked) {
            Scrape now = scrapes.getOrDefault(endpoint, new Scrape.Unknown("was not asked"));
            Scrape last = before.get(endpoint);
            if (last != null) {
                endpoint.histogram().between(endpoint.server(), last, now).ifPresent(reports::add);
            } else if (now instanceof Scrape.Unknown(String why)) {
                reports.add(new ServerReport.Unknown(endpoint.server(), why));
            }
        }
        before = scrapes;
        return reports;
    }

    private static List<Endpoint> running(JsonNode topology) {
        List<Endpoint> running = new ArrayList<>();
        for (JsonNode task : topology.path("tasks")) {
            String management = task.path("management").asString("");
            if (!management.isEmpty() && ASKED.contains(task.path("state").asString())) {
                running.add(new Endpoint(
                        new Server(task.path("id").asString(), task.path("cell").asString(),
                                task.path("zone").asString()),
                        Address.parse(management), HttpRequest.get("/actuator/prometheus"), TASK));
            }
        }
        return running;
    }
}
