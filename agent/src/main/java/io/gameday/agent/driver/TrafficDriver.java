package io.gameday.agent.driver;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.proxy.Leases;
import io.gameday.target.Fault;
import io.gameday.target.OwnPlace;
import io.gameday.target.WebAddress;
import io.gameday.time.Clock;
import io.gameday.traffic.OwnServers;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Faults that are nothing but requests: a customer's deadly order, or new customers all at once. The agent sends them
/// itself, the way any customer's go; they end with it.
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
    private final Shop shop;
    private final LongAdder answered = new LongAdder();
    private final Map<String, Sending> sending = new HashMap<>();
    private final Leases leases;

    /// What customers are customers of.
    private interface Shop {

        /// @param then told why they cannot be; empty when they are
        void register(List<String> customers, Consumer<Optional<String>> then);

        Sent request(Injection injection, long number, String customer, int quantity);
    }

    private record Sent(InetSocketAddress server, HttpRequest request) {
    }

    /// To the reference app.
    ///
    /// @param token that the control plane demands
    public TrafficDriver(HttpCaller caller, Clock clock, Executor loop, InetSocketAddress router,
            InetSocketAddress controlPlane, String token) {
        this(caller, clock, loop, new ReferenceShop(caller, loop, router, controlPlane, token));
    }

    /// To a system of a team's own, which each injection tells.
    public TrafficDriver(HttpCaller caller, Clock clock, Executor loop) {
        this(caller, clock, loop, new OwnShop());
    }

    private TrafficDriver(HttpCaller caller, Clock clock, Executor loop, Shop shop) {
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
        this.shop = shop;
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
        shop.register(customers, refused -> then.accept(
                refused.<DriverAnswer>map(DriverAnswer.NotDone::new).orElseGet(() -> begin(injection, customers))));
    }

    /// How many of the requests were answered so far, by any thread: what was sent may never have arrived.
    public long answered() {
        return answered.sum();
    }

    private record ReferenceShop(HttpCaller caller, Executor loop, InetSocketAddress router,
            InetSocketAddress controlPlane, String token) implements Shop {

        @Override
        public void register(List<String> customers, Consumer<Optional<String>> then) {
            HttpRequest register = HttpRequest
                    .post("/customers", JSON.writeValueAsString(Map.of("customers", customers)))
                    .with("authorization", "Bearer " + token);
            caller.call(controlPlane, register, REGISTERING, result -> loop.execute(
                    () -> then.accept(result instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200
                            ? Optional.empty()
                            : Optional.of("the control plane gave the customers no cell: " + result))));
        }

        @Override
        public Sent request(Injection injection, long number, String customer, int quantity) {
            return new Sent(router,
                    HttpRequest
                            .post("/orders",
                                    JSON.writeValueAsString(Map.of("id", injection.id() + "-" + number, "customer",
                                            customer, "item", "book", "quantity", quantity)))
                            .with("x-gameday-customer", customer));
        }
    }

    /// Through the entry; or where there is none, to all places in turn.
    private static final class OwnShop implements Shop {

        /// A name is looked up once: the loop must not wait for it time and again.
        private final Map<WebAddress, InetSocketAddress> sockets = new HashMap<>();

        @Override
        public void register(List<String> customers, Consumer<Optional<String>> then) {
            then.accept(Optional.empty());
        }

        @Override
        public Sent request(Injection injection, long number, String customer, int quantity) {
            OwnPlace own = injection.own().get((int) (number % injection.own().size()));
            WebAddress to = own.entry() == null ? own.place().url() : own.entry();
            String path = own.entry() == null ? own.place().path(own.request().path()) : own.request().path();
            InetSocketAddress socket = sockets.computeIfAbsent(to,
                    address -> new InetSocketAddress(address.host(), address.port()));
            return new Sent(socket,
                    OwnServers.request(own.request(), path).with("x-request-id", injection.id() + "-" + number));
        }
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
        private final Injection injection;
        private final List<String> customers;
        private final double perSecond;
        private final int quantity;
        private final long began = clock.ticks();
        private final Clock.Cancellable timer;
        private long sent;

        Sending(Injection injection, List<String> customers) {
            this.injection = injection;
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
            Sent sending = shop.request(injection, number, customer, quantity);
            caller.call(sending.server(), sending.request(), PATIENCE, result -> {
                if (result instanceof CallResult.Answered) {
                    answered.increment();
                }
            });
        }

        void stop() {
            timer.cancel();
        }
    }
}
