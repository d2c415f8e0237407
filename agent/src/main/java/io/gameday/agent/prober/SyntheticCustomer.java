package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.http.CallResult;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.time.Clock;
import io.gameday.traffic.OwnServers;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Knocks at doors and places orders as a customer would, on connections of its own. Answers on the loop.
final class SyntheticCustomer {

    /// How long it waits for an order.
    static final Duration ORDER_LIMIT = Duration.ofSeconds(2);

    private static final Duration KNOCK_LIMIT = Duration.ofMillis(800);
    /// At a time at one task, so that the look is not the load.
    private static final int LANES = 2;

    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;
    private final RandomGenerator chance;
    /// A name is looked up once: the loop must not wait for it time and again.
    private final Map<String, InetSocketAddress> sockets = new HashMap<>();

    SyntheticCustomer(HttpCaller caller, Clock clock, Executor loop, RandomGenerator chance) {
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
        this.chance = chance;
    }

    /// A connection of its own each time: a kept one would say nothing about whether new ones are accepted.
    private static HttpRequest fresh(HttpRequest request) {
        return request.with("connection", "close");
    }

    static HttpRequest canary() {
        return HttpRequest.get("/canary");
    }

    /// An id that no other order has.
    String name() {
        return "probe-" + Long.toHexString(chance.nextLong()) + Long.toHexString(chance.nextLong());
    }

    HttpRequest order() {
        return order(name());
    }

    static HttpRequest order(String id) {
        return HttpRequest.post("/orders",
                "{\"id\":\"" + id + "\",\"customer\":\"prober\",\"item\":\"book\",\"quantity\":1}");
    }

    /// One request to each address, all at once.
    void knock(Map<String, HttpRequest> doors, Consumer<Look> then) {
        Map<String, Sight> seen = new HashMap<>();
        if (doors.isEmpty()) {
            loop.execute(() -> then.accept(new Look(Map.of())));
            return;
        }
        doors.forEach((address, request) -> ask(address, request, KNOCK_LIMIT, sight -> {
            seen.put(address, sight);
            if (seen.size() == doors.size()) {
                then.accept(new Look(Map.copyOf(seen)));
            }
        }));
    }

    /// What is asked of the tasks of one look.
    ///
    /// @param counts  how many telling answers are wanted, by address; up to twice as many are asked for
    /// @param request makes each
    /// @param limit   for one
    /// @param budget  for all: none begins after it
    /// @param own     by address, what is asked instead where it is no task of the reference app
    record Round(Map<String, Integer> counts, Supplier<HttpRequest> request, Duration limit, Duration budget,
            Map<String, HttpRequest> own) {

        Round(Map<String, Integer> counts, Supplier<HttpRequest> request, Duration limit, Duration budget) {
            this(counts, request, limit, budget, Map.of());
        }

        HttpRequest request(String address) {
            HttpRequest theirs = own.get(address);
            return theirs == null ? request.get() : theirs;
        }
    }

    /// What the places of a team's own are asked as their customers ask, by address.
    static Map<String, HttpRequest> own(Reach reach) {
        Map<String, HttpRequest> own = new HashMap<>();
        for (Reach.Place place : reach.places()) {
            if (place.own() != null) {
                own.put(place.address(), OwnServers.request(place.own().request(),
                        place.own().place().path(place.own().request().path())));
            }
        }
        return own;
    }

    void sample(Round round, Consumer<Samples> then) {
        Map<String, List<Sight>> seen = new HashMap<>();
        round.counts().keySet().forEach(address -> seen.put(address, new ArrayList<>()));
        if (seen.isEmpty()) {
            loop.execute(() -> then.accept(new Samples(Map.of())));
            return;
        }
        int[] open = {seen.size() * LANES};
        long deadline = clock.ticks() + round.budget().toNanos();
        Runnable ended = () -> {
            open[0]--;
            if (open[0] == 0) {
                then.accept(new Samples(seen));
            }
        };
        seen.forEach((address, sights) -> {
            Visit visit = new Visit(round, address, sights, deadline, ended);
            for (int lane = 0; lane < LANES; lane++) {
                loop.execute(visit::next);
            }
        });
    }

    /// The requests to one task, [#LANES] at a time.
    private final class Visit {
        private final Round round;
        private final String address;
        private final List<Sight> sights;
        private final int wanted;
        private final long deadline;
        private final Runnable ended;
        private int asked;

        Visit(Round round, String address, List<Sight> sights, long deadline, Runnable ended) {
            this.round = round;
            this.address = address;
            this.sights = sights;
            this.wanted = round.counts().getOrDefault(address, 0);
            this.deadline = deadline;
            this.ended = ended;
        }

        void next() {
            if (enough() || clock.ticks() - deadline >= 0) {
                ended.run();
                return;
            }
            asked++;
            ask(address, round.request(address), round.limit(), sight -> {
                sights.add(sight);
                next();
            });
        }

        private boolean enough() {
            long telling = sights.stream().filter(sight -> !sight.overloaded()).count();
            long underWay = asked - sights.size();
            return telling + underWay >= wanted || asked >= 2 * wanted || sights.contains(new Sight.Refuses());
        }
    }

    void ask(String address, HttpRequest request, Duration limit, Consumer<Sight> then) {
        long began = clock.ticks();
        caller.call(sockets.computeIfAbsent(address, SyntheticCustomer::socket), fresh(request), limit, result -> {
            Duration took = Duration.ofNanos(clock.ticks() - began);
            loop.execute(() -> then.accept(sight(result, took, limit)));
        });
    }

    private static Sight sight(CallResult result, Duration took, Duration limit) {
        return switch (result) {
            case CallResult.Answered(var answer) -> new Sight.Answers(answer.status(), answer.text(), took);
            // Only a refusal says that nothing listens; running out of our own sockets, say, does not.
            case CallResult.Unreachable(String why) when why.contains("refused") -> new Sight.Refuses();
            case CallResult.Unreachable(String why) -> new Sight.Silent(why, Duration.ZERO);
            case CallResult.Broken(String why) -> new Sight.BreaksOff(why);
            case CallResult.TimedOut() -> new Sight.Silent("within " + limit.toMillis() + " ms", limit);
        };
    }

    static InetSocketAddress socket(String address) {
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
