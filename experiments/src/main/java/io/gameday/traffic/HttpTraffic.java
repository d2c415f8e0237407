package io.gameday.traffic;

import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.target.Reply;
import io.gameday.target.Transfer;
import io.gameday.time.Clock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Customers who place orders through the router, at a fixed pace whatever the answers do.
///
/// ```
/// loop ──start──► POST /customers (control plane) ──► pacer thread ── POST /orders (router) ──► network thread
///   ▲                                                                                              │
///   └── Started, measurements, Stopped, ReadBack ──────────────────────────────────────────────────┘
/// ```
///
/// The port's methods belong to the loop, and every answer arrives there. One object drives the customers of one run.
public final class HttpTraffic implements SentTraffic {

    private static final Duration REGISTRATION_LIMIT = Duration.ofSeconds(5);

    private final Settings settings;
    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;
    private final PostedSignals signals;
    private boolean begun;
    private long began;
    private long stopped;
    private @Nullable Customers customers;
    private @Nullable Orders orders;

    /// Where the system is, and what makes this run's customers repeatable.
    ///
    /// @param run          the run's id; part of every order's
    /// @param controlPlane gives the customers their cells
    /// @param token        the control plane's
    /// @param router       takes the orders
    /// @param random       decides who sends when; seeded by the run
    public record Settings(String run, InetSocketAddress controlPlane, String token, InetSocketAddress router,
            RandomGenerator random) {
        /// Without the token, which belongs into no log.
        @Override
        public String toString() {
            return "traffic of run " + run + " through " + router;
        }
    }

    /// @param clock only asked for [Clock#ticks()] by other threads than the loop's, so a real one
    /// @param loop  the engine's
    public HttpTraffic(Settings settings, HttpCaller caller, Clock clock, Executor loop, PostedSignals signals) {
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
        this.signals = signals;
    }

    @Override
    public void start(Plan plan, Reply<Started> reply) {
        if (begun) {
            reply.failed("traffic of run " + settings.run() + " was started before; it can be started once");
            return;
        }
        begun = true;
        OrderNames names = new OrderNames(settings.run(), plan.customers());
        CustomerSchedule schedule = new CustomerSchedule(plan.customers(), plan.rate(), plan.ramp(), settings.random());
        HttpRequest registration = Registration.request(names.all(), settings.token());
        caller.call(settings.controlPlane(), registration, REGISTRATION_LIMIT,
                result -> loop.execute(() -> registered(plan, names, schedule, result, reply)));
    }

    private void registered(Plan plan, OrderNames names, CustomerSchedule schedule, CallResult result,
            Reply<Started> reply) {
        Map<String, String> cells;
        try {
            cells = Registration.cells(names.all(), result);
        } catch (IllegalArgumentException refused) {
            begun = false;
            reply.failed("the control plane at " + settings.controlPlane() + " did not take the customers: "
                    + refused.getMessage());
            return;
        }
        orders = new Orders(names, cells, settings.router(), new Acknowledged(names.customers()), new Transferred());
        began = clock.ticks();
        Customers there = new Customers(orders, plan.limit(), caller, clock, signals);
        customers = there;
        there.start(schedule);
        reply.ok(new Started(names.all()));
    }

    @Override
    public void stop(Reply<Stopped> reply) {
        if (customers == null) {
            reply.ok(new Stopped(0));
            return;
        }
        customers.stop(requests -> loop.execute(() -> {
            stopped = clock.ticks();
            reply.ok(new Stopped(requests));
        }));
    }

    @Override
    public void readBack(Reply<ReadBack> reply) {
        if (orders == null) {
            reply.ok(new ReadBack(0, 0, Map.of(), Map.of()));
            return;
        }
        new OrderReader(orders.names(), orders.acknowledged().all(), settings.router(), caller, clock, loop, reply)
                .start();
    }

    @Override
    public Optional<Transfer> transfer() {
        return orders == null
                ? Optional.empty()
                : orders.transferred().sum(Duration.ofNanos(Math.max(0, stopped - began)));
    }

    @Override
    public long unsent() {
        return customers == null ? 0 : customers.unsent();
    }
}
