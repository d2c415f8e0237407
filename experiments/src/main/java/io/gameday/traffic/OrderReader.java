package io.gameday.traffic;

import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.target.Reply;
import io.gameday.target.Traffic.ReadBack;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/// Asks for every acknowledged order, `GET /orders/{id}` through the router, of the cell that said it took it; a few at a
/// time. Belongs to the loop.
final class OrderReader {

    static final int AT_ONCE = 32;
    private static final int TRIES = 3;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    /// Long enough for the router to learn of a task that is gone.
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(250);
    /// So many orders in a row without any answer, and the rest is not asked for: each would cost three limits.
    private static final int HOPELESS = 2 * AT_ONCE;

    private final OrderNames names;
    private final List<Acknowledged.Order> orders;
    private final InetSocketAddress router;
    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;
    private final Reply<ReadBack> reply;
    private final Map<String, List<String>> lost = new TreeMap<>();
    private final Map<String, List<String>> unknown = new TreeMap<>();
    private int next;
    private int decided;
    private long found;
    private int unansweredInARow;

    OrderReader(OrderNames names, List<Acknowledged.Order> orders, InetSocketAddress router, HttpCaller caller,
            Clock clock, Executor loop, Reply<ReadBack> reply) {
        this.names = names;
        this.orders = orders;
        this.router = router;
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
        this.reply = reply;
    }

    void start() {
        if (orders.isEmpty()) {
            reply.ok(new ReadBack(0, 0, Map.of(), Map.of()));
            return;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            askNext();
        }
    }

    private void askNext() {
        // A loop, not a recursion: a hopeless rest may be a hundred thousand orders.
        while (next < orders.size()) {
            Acknowledged.Order order = orders.get(next++);
            if (unansweredInARow < HOPELESS) {
                ask(order, 1);
                return;
            }
            decide(unknown, order);
        }
    }

    private void ask(Acknowledged.Order order, int attempt) {
        HttpRequest request = HttpRequest.get("/orders/" + names.order(order.customer(), order.round()))
                .with("x-gameday-customer", names.customer(order.customer())).with(Orders.CELL, order.cell());
        caller.call(router, request, LIMIT, result -> loop.execute(() -> answered(order, attempt, result)));
    }

    private void answered(Acknowledged.Order order, int attempt, CallResult result) {
        int status = 0;
        boolean byTask = false;
        if (result instanceof CallResult.Answered(var answer)) {
            status = answer.status();
            // The router itself answers 404 to a customer it does not know: that says nothing about the order.
            byTask = !Attempt.of(answer).isEmpty();
        }
        if (status == 200) {
            found++;
            unansweredInARow = 0;
            decided();
        } else if (status == 404 && byTask) {
            unansweredInARow = 0;
            decide(lost, order);
        } else if (attempt < TRIES) {
            clock.at(BEFORE_NEXT_TRY, () -> ask(order, attempt + 1));
            return;
        } else {
            unansweredInARow++;
            decide(unknown, order);
        }
        askNext();
    }

    private void decide(Map<String, List<String>> where, Acknowledged.Order order) {
        where.computeIfAbsent(names.customer(order.customer()), c -> new ArrayList<>())
                .add(names.order(order.customer(), order.round()));
        decided();
    }

    private void decided() {
        if (++decided == orders.size()) {
            reply.ok(new ReadBack(orders.size(), found, copy(lost), copy(unknown)));
        }
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> byCustomer) {
        Map<String, List<String>> copy = new TreeMap<>();
        byCustomer.forEach((customer, ids) -> copy.put(customer, ids.stream().sorted().toList()));
        return copy;
    }
}
