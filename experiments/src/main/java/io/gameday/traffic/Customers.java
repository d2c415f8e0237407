package io.gameday.traffic;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The customers once they are registered: sends their orders, measures what became of each, and remembers which were
/// acknowledged.
final class Customers {

    /// Beyond this a request is not sent any more, so that a system that answers nothing costs bounded memory.
    static final int MOST_UNDER_WAY = 4096;

    /// In an answer, the cell that gave it; in a request, the one that is asked for.
    static final String CELL = "x-gameday-cell";

    private static final Pattern CELL_NAME = Pattern.compile("[a-z0-9-]{1,40}");

    /// The customer's patience ends with the limit. We listen a little longer for the router's own time-out, whose
    /// headers name the instance that did not answer.
    private static final Duration GRACE = Duration.ofMillis(100);

    private final OrderNames names;
    private final Map<String, String> cells;
    private final Duration limit;
    private final InetSocketAddress router;
    private final HttpCaller caller;
    private final Clock clock;
    private final PostedSignals signals;
    private final Acknowledged acknowledged;
    /// The pacer counts as one, so that this reaches zero only when nothing can come any more.
    private final AtomicInteger underWay = new AtomicInteger(1);
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong unsent = new AtomicLong();
    private final CompletableFuture<Long> ended = new CompletableFuture<>();
    private @Nullable Pacer pacer;

    Customers(OrderNames names, Map<String, String> cells, Duration limit, InetSocketAddress router, HttpCaller caller,
            Clock clock, PostedSignals signals) {
        this.names = names;
        this.cells = cells;
        this.limit = limit;
        this.router = router;
        this.caller = caller;
        this.clock = clock;
        this.signals = signals;
        acknowledged = new Acknowledged(names.customers());
    }

    void start(CustomerSchedule schedule) {
        pacer = Pacer.start("customers", clock, schedule,
                (n, due) -> send(schedule.customer(n), schedule.round(n), due), this::oneEnded);
    }

    /// Ends the schedule and tells `then` how many requests there were, once all have ended; on any thread.
    void stop(LongConsumer then) {
        if (pacer != null) {
            pacer.stop();
        }
        ended.thenAccept(then::accept);
    }

    OrderNames names() {
        return names;
    }

    List<Acknowledged.Order> acknowledged() {
        return acknowledged.all();
    }

    long unsent() {
        return unsent.get();
    }

    private void send(int customer, int round, long due) {
        requests.incrementAndGet();
        Request request = new Request(customer, round, due);
        long left = due + limit.toNanos() - clock.ticks();
        if (left <= 0 || underWay.get() > MOST_UNDER_WAY) {
            unsent.incrementAndGet();
            signals.post(List.of(measured(request, null, List.of(), Outcome.UNANSWERED, limit)));
            return;
        }
        underWay.incrementAndGet();
        String name = names.customer(customer);
        String json = "{\"id\":\"" + names.order(customer, round) + "\",\"customer\":\"" + name
                + "\",\"item\":\"book\",\"quantity\":1}";
        caller.call(router, HttpRequest.post("/orders", json).with("x-gameday-customer", name),
                Duration.ofNanos(left).plus(GRACE), result -> {
                    finish(request, result);
                    oneEnded();
                });
    }

    private void finish(Request request, CallResult result) {
        Duration latency = Duration.ofNanos(clock.ticks() - request.due());
        boolean late = latency.compareTo(limit) > 0;
        HttpAnswer answer = result instanceof CallResult.Answered(var given) ? given : null;
        Outcome outcome = switch (result) {
            case CallResult.Answered(var given) -> late ? Outcome.UNANSWERED : Attempt.outcome(given);
            case CallResult.TimedOut timedOut -> Outcome.UNANSWERED;
            case CallResult.Unreachable unreachable -> late ? Outcome.UNANSWERED : Outcome.FAILED;
            case CallResult.Broken broken -> late ? Outcome.UNANSWERED : Outcome.FAILED;
        };
        Duration counted = outcome == Outcome.UNANSWERED ? limit : latency;
        List<Attempt> attempts = answer == null ? List.of() : Attempt.of(answer);
        List<Measurement> measurements = new ArrayList<>();
        Measurement whole = measured(request, answer, attempts, outcome, counted);
        if (outcome == Outcome.USEFUL) {
            acknowledged.add(request.customer(), request.round(), cell(request, answer));
        }
        measurements.add(whole);
        // The header tells no times: each attempt is given the time of all, an upper bound.
        attempts.forEach(a -> measurements.add(
                new Measurement(Observer.ATTEMPT, whole.cell(), a.zone(), a.instance(), null, a.outcome(), counted)));
        signals.post(measurements);
    }

    private Measurement measured(Request request, @Nullable HttpAnswer answer, List<Attempt> attempts, Outcome outcome,
            Duration latency) {
        String customer = names.customer(request.customer());
        Attempt last = attempts.isEmpty() ? null : attempts.getLast();
        return new Measurement(Observer.CUSTOMER, cell(request, answer), last == null ? null : last.zone(),
                last == null ? null : last.instance(), customer, outcome, latency);
    }

    /// The one that the answer names, else the customer's own.
    private String cell(Request request, @Nullable HttpAnswer answer) {
        String told = answer == null ? "" : answer.headers().getOrDefault(CELL, "");
        return CELL_NAME.matcher(told).matches() ? told : cells.getOrDefault(names.customer(request.customer()), "");
    }

    private void oneEnded() {
        if (underWay.decrementAndGet() == 0) {
            ended.complete(requests.get());
        }
    }

    /// @param due in the clock's ticks
    private record Request(int customer, int round, long due) {
    }
}
