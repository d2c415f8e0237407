package io.gameday.agent.driver;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.proxy.Leases;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Faults that are nothing but requests: a customer's deadly order, or new customers all at once. The agent sends them
/// itself, by way of the router, as any customer does; they end with it.
///
/// ```
/// inject ─► customers get their cell ─► orders, at their rate, until the lease or the duration is over ─► none
/// ```
///
/// Belongs to the loop, where everything but the first answer of a call happens.
public final class TrafficDriver implements Driver {

    /// More lines on a pick list than a task's memory holds.
    static final int DEADLY_QUANTITY = 1_000_000_000;
    static final int SURGE_CUSTOMERS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REGISTERING = Duration.ofSeconds(2);
    private static final Duration PACE = Duration.ofMillis(20);
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;
    private final InetSocketAddress router;
    private final InetSocketAddress controlPlane;
    private final String token;
    private final Map<String, Sending> sending = new HashMap<>();
    private final Leases leases;

    /// @param token that the control plane demands
    public TrafficDriver(HttpCaller caller, Clock clock, Executor loop, InetSocketAddress router,
            InetSocketAddress controlPlane, String token) {
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
        this.router = router;
        this.controlPlane = controlPlane;
        this.token = token;
        leases = new Leases(clock, (id, why) -> {
            Sending over = sending.remove(id);
            if (over != null) {
                over.stop();
            }
        });
    }

    @Override
    public Means means() {
        return Means.TRAFFIC;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        List<String> customers = switch (injection.fault()) {
            case Fault.PoisonPill poison -> List.of(poison.customer());
            case Fault.Surge _ ->
                IntStream.rangeClosed(1, SURGE_CUSTOMERS).mapToObj(n -> String.format("surge-%02d", n)).toList();
            default -> throw new IllegalArgumentException(injection.fault().kind() + " is not made of requests");
        };
        HttpRequest register = HttpRequest.post("/customers", JSON.writeValueAsString(Map.of("customers", customers)))
                .with("authorization", "Bearer " + token);
        caller.call(controlPlane, register, REGISTERING, result -> loop.execute(() -> {
            if (result instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200) {
                then.accept(begin(injection, customers));
            } else {
                then.accept(new DriverAnswer.NotDone("the control plane gave the customers no cell: " + result));
            }
        }));
    }

    private DriverAnswer begin(Injection injection, List<String> customers) {
        if (!leases.holds(injection.id())) {
            try {
                leases.grant(injection.id(), injection.duration(), injection.lease());
            } catch (IllegalArgumentException outOfRange) {
                return new DriverAnswer.NotDone(String.valueOf(outOfRange.getMessage()));
            }
            sending.put(injection.id(), new Sending(injection, customers));
        }
        return new DriverAnswer.Done(
                "sending as " + customers.getFirst() + (customers.size() == 1 ? "" : " to " + customers.getLast()));
    }

    @Override
    public void renew(Injection injection, Consumer<DriverAnswer> then) {
        loop.execute(() -> then.accept(leases.renew(injection.id())
                ? new DriverAnswer.Done("renewed")
                : new DriverAnswer.NotInForce("the agent that sent the requests has stopped, or died")));
    }

    @Override
    public void revert(Injection injection, Consumer<DriverAnswer> then) {
        loop.execute(() -> {
            leases.end(injection.id(), "taken away");
            then.accept(new DriverAnswer.Done("no more requests are sent"));
        });
    }

    /// Requests at a rate.
    private final class Sending {
        private final String id;
        private final List<String> customers;
        private final double perSecond;
        private final int quantity;
        private final long began = clock.ticks();
        private final Clock.Cancellable timer;
        private long sent;

        Sending(Injection injection, List<String> customers) {
            id = injection.id();
            this.customers = customers;
            boolean deadly = injection.fault() instanceof Fault.PoisonPill;
            perSecond = injection.fault() instanceof Fault.Surge surge ? surge.rate() : 1;
            quantity = deadly ? DEADLY_QUANTITY : 1;
            timer = clock.every(PACE, this::catchUp);
        }

        /// Sends what is due by now. What a standstill kept from being sent is not made up for.
        private void catchUp() {
            double due = (clock.ticks() - began) / 1e9 * perSecond;
            long most = (long) Math.ceil(perSecond * PACE.toMillis() / 1000 * 5) + 1;
            if (due - sent > most) {
                sent = (long) due - most;
            }
            while (sent < due) {
                send(sent++);
            }
        }

        private void send(long number) {
            String customer = customers.get((int) (number % customers.size()));
            HttpRequest order = HttpRequest.post("/orders", JSON.writeValueAsString(
                    Map.of("id", id + "-" + number, "customer", customer, "item", "book", "quantity", quantity)))
                    .with("x-gameday-customer", customer);
            // What becomes of it is seen by the customers, the canaries and the prober.
            caller.call(router, order, PATIENCE, result -> {
            });
        }

        void stop() {
            timer.cancel();
        }
    }
}
