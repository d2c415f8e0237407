package io.gameday.agent.driver;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.gameday.http.HttpCaller;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Faults of the network, done to the links' proxies through Toxiproxy's own client. The lease is granted first, so that
/// no toxic outlives it. A server of ours keeps it, whoever dies; where a Toxiproxy knows no leases, the agent does.
///
/// ```
/// lease granted ─► toxics named after it ─► renewed: newcomers among the links get theirs ─► lease ended
/// ```
public final class ToxiproxyDriver implements Driver, AutoCloseable {

    /// All calls of one answer together.
    private static final long LONGEST_MILLIS = HostLink.LONGEST.toMillis() - 500;
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final ProxyLink link;
    private final ToxiproxyClient client;
    private final Clock clock;
    /// The client blocks, and one fault's calls must not overtake each other.
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("toxiproxy-driver").daemon().factory());
    private final AgentLeases own;
    /// Null until the server was asked whether it knows leases.
    private volatile @Nullable LeaseKeeper keeper;

    /// @param loop where the clock's tasks run
    public ToxiproxyDriver(HttpCaller caller, InetSocketAddress server, Clock clock, Executor loop) {
        this.clock = clock;
        link = new ProxyLink(caller, server);
        client = new ToxiproxyClient(server.getHostString(), server.getPort());
        own = new AgentLeases(client, clock, loop, thread, link.name());
    }

    private LeaseKeeper leases() throws IOException {
        LeaseKeeper known = keeper;
        if (known == null) {
            known = link.knowsLeases() ? link : own;
            keeper = known;
        }
        return known;
    }

    @Override
    public Means means() {
        return Means.LINKS;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        String lease = lease(injection);
        answer(then, () -> {
            try {
                leases().grant(lease, injection.lease(), injection.duration());
            } catch (IOException refused) {
                // Granted or not, it may be that only the answer was lost.
                return takenBack(lease, refused);
            }
            try {
                int hit = apply(injection);
                if (hit > 0) {
                    return new DriverAnswer.Done(hit + " links hit at " + link.name());
                }
                return takenBack(lease, new IOException(link.name() + " has no link that " + injection.fault().kind()
                        + " on " + injection.fault().scope() + " could be done to"));
            } catch (IOException failed) {
                return takenBack(lease, failed);
            }
        });
    }

    private DriverAnswer takenBack(String lease, IOException failed) {
        try {
            leases().end(lease);
            return new DriverAnswer.NotDone(failed.getMessage() + "; taken back");
        } catch (IOException doubt) {
            return failed.getMessage().contains("cannot be reached")
                    ? new DriverAnswer.NotDone(failed.getMessage())
                    : new DriverAnswer.InDoubt(failed.getMessage() + "; " + doubt.getMessage());
        }
    }

    @Override
    public void renew(Injection injection, Consumer<DriverAnswer> then) {
        answer(then, () -> {
            try {
                if (!leases().renew(lease(injection))) {
                    return new DriverAnswer.NotInForce("its lease is no longer held by " + leases().name());
                }
                apply(injection);
                return new DriverAnswer.Done("renewed by " + leases().name());
            } catch (IOException failed) {
                return new DriverAnswer.InDoubt(String.valueOf(failed.getMessage()));
            }
        });
    }

    @Override
    public void revert(Injection injection, Consumer<DriverAnswer> then) {
        answer(then, () -> {
            try {
                leases().end(lease(injection));
                return new DriverAnswer.Done("taken away by " + leases().name());
            } catch (IOException failed) {
                return new DriverAnswer.InDoubt(String.valueOf(failed.getMessage()));
            }
        });
    }

    @Override
    public void adopt(Injection injection) {
        thread.execute(() -> {
            try {
                leases().adopt(lease(injection), injection.lease(), injection.duration());
            } catch (IOException notYet) {
                clock.at(AGAIN, () -> adopt(injection));
            }
        });
    }

    /// Does to every link in reach what it has not got yet.
    ///
    /// @return how many links have it
    private int apply(Injection injection) throws IOException {
        Fault fault = injection.fault();
        List<Proxy> hit = client.getProxies().stream()
                .filter(proxy -> LinkName.parse(proxy.getName()).filter(name -> Toxicity.aims(fault, name)).isPresent())
                .toList();
        String toxic = lease(injection) + ".toxic";
        for (Proxy proxy : hit) {
            switch (Toxicity.of(fault)) {
                case Toxicity.Toxics(Toxicity.Adding adding) -> {
                    if (proxy.toxics().getAll().stream().noneMatch(there -> there.getName().startsWith(toxic))) {
                        adding.to(proxy.toxics(), toxic);
                    }
                }
                case Toxicity.LostRequests(double share) -> {
                    try {
                        link.loseRequests(proxy.getName(), toxic, share);
                    } catch (ProxyLink.AlreadyThere there) {
                        continue;
                    }
                }
            }
        }
        return hit.size();
    }

    private static String lease(Injection injection) {
        return lease(injection.id());
    }

    /// The name of the lease that a fault is under: without points, since one ends it within the name of a toxic.
    public static String lease(String id) {
        return id.replace('.', ':');
    }

    private void answer(Consumer<DriverAnswer> then, Work work) {
        CompletableFuture.supplyAsync(work::run, thread).orTimeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> new DriverAnswer.InDoubt(failure instanceof TimeoutException
                        ? link.name() + " did not answer within " + LONGEST_MILLIS + " ms"
                        : "the driver failed: " + failure))
                .thenAccept(then);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    @FunctionalInterface
    private interface Work {
        DriverAnswer run();
    }
}
