package io.gameday.traffic;

import io.gameday.http.HttpCaller;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Customers of a system of a team's own, at a fixed pace whatever the answers do. The port's methods belong to the loop,
/// and every answer arrives there. One object drives the customers of one run.
public final class OwnTraffic implements SentTraffic {

    private static final String NOTHING_TO_READ = "Nothing was read back: what your own system promises to keep is not "
            + "known to Gameday. That is not applicable here, and neither held nor broken.";

    private final String run;
    private final OwnServers servers;
    private final RandomGenerator random;
    private final HttpCaller caller;
    private final Clock clock;
    private final Executor loop;
    private final PostedSignals signals;
    private @Nullable Customers customers;

    /// @param run    begins the ids of the requests
    /// @param random decides who sends when; seeded by the run
    /// @param clock  only asked for [Clock#ticks()] by other threads than the loop's, so a real one
    /// @param loop   the engine's
    public OwnTraffic(String run, OwnServers servers, RandomGenerator random, HttpCaller caller, Clock clock,
            Executor loop, PostedSignals signals) {
        this.run = run;
        this.servers = servers;
        this.random = random;
        this.caller = caller;
        this.clock = clock;
        this.loop = loop;
        this.signals = signals;
    }

    @Override
    public void start(Plan plan, Reply<Started> reply) {
        if (customers != null) {
            reply.failed("traffic of run " + run + " was started before; it can be started once");
            return;
        }
        OrderNames names = new OrderNames(run, plan.customers());
        Customers there = new Customers(new OwnErrands(names, servers), plan.limit(), caller, clock, signals);
        customers = there;
        there.start(new CustomerSchedule(plan.customers(), plan.rate(), plan.ramp(), random));
        reply.ok(new Started(names.all()));
    }

    @Override
    public void stop(Reply<Stopped> reply) {
        if (customers == null) {
            reply.ok(new Stopped(0));
            return;
        }
        customers.stop(requests -> loop.execute(() -> reply.ok(new Stopped(requests))));
    }

    @Override
    public Optional<String> nothingToReadBack() {
        return Optional.of(NOTHING_TO_READ);
    }

    @Override
    public void readBack(Reply<ReadBack> reply) {
        reply.failed(NOTHING_TO_READ);
    }

    @Override
    public long unsent() {
        return customers == null ? 0 : customers.unsent();
    }
}
