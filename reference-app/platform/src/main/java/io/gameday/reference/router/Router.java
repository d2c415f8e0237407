package io.gameday.reference.router;

import io.gameday.http.Handler;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Scope;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.AttemptOutcome;
import io.gameday.reference.policy.Eviction;
import io.gameday.reference.policy.Routing;
import io.gameday.reference.policy.TransferCount;
import io.gameday.reference.router.RouterMetrics.Refusal;
import io.gameday.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Forwards customers' requests: cell by the customer or the cluster's name, task by the fewest outstanding requests, once more in another
/// zone where that is safe. Belongs to the network thread.
///
/// ```
/// customer ──► cell (Cluster) ──► candidates (healthy, not evicted, near) ──► fewest outstanding ──► task
///                                        ▲                                                    │
///                                        └───── one retry, another zone ◄── unreachable, broken, 500, 502
/// ```
final class Router implements Handler {

    private final RouteTable table;
    private final Eviction eviction;
    private final EventLog log;
    private final RouterMetrics metrics;
    private final HttpCaller caller;
    private final Clock clock;
    private final RandomGenerator random;
    private final boolean retry;
    private final Cluster cluster;
    private int canaries;

    /// @param retry whether a failed attempt may be made once more in another zone
    Router(RouteTable table, Cluster cluster, Eviction eviction, EventLog log, RouterMetrics metrics, HttpCaller caller,
            Clock clock, RandomGenerator random, boolean retry) {
        this.table = table;
        this.cluster = cluster;
        this.eviction = eviction;
        this.log = log;
        this.metrics = metrics;
        this.caller = caller;
        this.clock = clock;
        this.random = random;
        this.retry = retry;
    }

    @Override
    public void handle(HttpRequest request, Consumer<HttpAnswer> reply) {
        String path = request.path();
        boolean get = request.method().equals("GET");
        if (request.method().equals("POST") && path.equals("/orders") || get && path.startsWith("/orders/")) {
            order(request, reply);
        } else if (get && path.startsWith("/canary/")) {
            canary(path, reply);
        } else {
            refuse(Refusal.NO_SUCH_PATH, 404, "no such thing: " + request.method() + " " + path, reply);
        }
    }

    private void order(HttpRequest request, Consumer<HttpAnswer> reply) {
        if (!table.loaded()) {
            refuse(Refusal.NO_TABLE, 503, "the router has no table of routes yet", reply);
            return;
        }
        String customer = request.headers().get("x-gameday-customer");
        if (customer == null) {
            refuse(Refusal.NO_CUSTOMER, 400, "header x-gameday-customer is missing", reply);
            return;
        }
        String cell = cluster.cell(customer, request.headers().get(Exchange.CELL), clock.ticks());
        if (cell == null) {
            refuse(Refusal.UNKNOWN_CUSTOMER, 404, "customer " + customer + " has no cell; POST it to /customers first",
                    reply);
            return;
        }
        TransferCount transfer = new TransferCount(cluster.entry(customer, cell));
        Exchange exchange = new Exchange(request, cell, transfer, caller, clock, reply);
        Routing.choose(cluster.first(candidates(cell), transfer.entry()), task -> true, RoutedTask::outstanding, random)
                .ifPresentOrElse(
                        first -> exchange.attempt(first, (outcome, took) -> again(exchange, first, outcome, took)),
                        () -> refuse(Refusal.NO_TASK, 503, "no healthy task in " + cell, reply));
    }

    private void refuse(Refusal reason, int status, String why, Consumer<HttpAnswer> reply) {
        metrics.refused(reason);
        reply.accept(HttpAnswer.error(status, why));
    }

    private List<RoutedTask> candidates(String cell) {
        return cluster.candidates(cell, task -> eviction.out(task.id()));
    }

    /// Whether the first attempt is followed by a second one, which it then has begun.
    private boolean again(Exchange exchange, RoutedTask first, AttemptOutcome outcome, long took) {
        judge(exchange, first, outcome, took);
        if (!retry || !outcome.mayRetry() || exchange.timeIsUp()) {
            return false;
        }
        Optional<RoutedTask> second = Routing.choose(candidates(exchange.cell()),
                task -> !task.zone().equals(first.zone()), RoutedTask::outstanding, random);
        second.ifPresent(task -> exchange.attempt(task, (last, tookLast) -> {
            judge(exchange, task, last, tookLast);
            return false;
        }));
        return second.isPresent();
    }

    private void judge(Exchange exchange, RoutedTask task, AttemptOutcome outcome, long took) {
        metrics.attempted(task, outcome, took);
        metrics.carried(exchange.entered().orElse(task.zone()), task.zone(), exchange.carried());
        cluster.attempted(task, outcome, clock.ticks());
        eviction.attempted(task.id(), outcome, took, clock.ticks()).ifPresent(evicted -> {
            metrics.evicted(task);
            log.add(EventLog.EVICTION, new Scope.CellZone(task.cell(), task.zone()),
                    "(task " + task.id() + ") in " + task.zone() + " gets no requests for "
                            + evicted.duration().toSeconds() + " s: " + evicted.why() + ".");
        });
    }

    /// Looks at the cells, and lets evicted tasks back in whose time is over.
    void look() {
        cluster.look(clock.ticks(), clock.now());
        for (String id : eviction.ended(clock.ticks())) {
            for (RoutedTask task : table.all()) {
                if (task.id().equals(id)) {
                    log.add(EventLog.EVICTION_ENDED, new Scope.CellZone(task.cell(), task.zone()),
                            "(task " + id + ") in " + task.zone() + " gets requests again.");
                }
            }
        }
    }

    /// Asks a task of exactly this cell and zone, whatever eviction and health say. What comes of it counts neither as
    /// an attempt nor towards an eviction: canaries and attempts are two observers.
    private void canary(String path, Consumer<HttpAnswer> reply) {
        String[] parts = path.split("/");
        if (parts.length != 4) {
            reply.accept(HttpAnswer.error(404, "path is '" + path + "'; wanted: /canary/{cell}/{zone}"));
            return;
        }
        List<RoutedTask> tasks = table.lastKnown(parts[2], parts[3]);
        if (tasks.isEmpty()) {
            reply.accept(HttpAnswer.error(503, "no task in " + parts[2] + " " + parts[3]));
            return;
        }
        RoutedTask task = tasks.get(Math.floorMod(canaries++, tasks.size()));
        new Exchange(new HttpRequest("GET", "/canary", Map.of(), Map.of(), new byte[0]), parts[2],
                new TransferCount(Optional.of(parts[3])), caller, clock, reply).ask(task);
    }
}
