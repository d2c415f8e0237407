package io.gameday.agent.driver;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import io.gameday.http.HttpCaller;
import io.gameday.target.Fault;
import io.gameday.target.OwnPlace;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Faults of the network, done to the links' proxies through Toxiproxy's own client. The lease is granted first, so that
/// no toxic outlives it. A server of ours keeps it, whoever dies; where a Toxiproxy knows no leases, the agent does.
///
/// ```
/// lease granted ─► toxics named after it ─► renewed: newcomers among the links get theirs ─► lease ended
/// ```
public final class ToxiproxyDriver implements Driver, AutoCloseable {

    private static final String TOXIC = ".toxic";
    private static final Duration AGAIN = Duration.ofMillis(500);

    static {
        // Toxiproxy's client sets no limits, and a server that accepts and never answers would hold the thread for ever,
        // with it whoever waits for a fault to be taken away. The JDK reads its own limits before its first call.
        String limit = String.valueOf(Duration.ofMillis(1500).toMillis());
        System.setProperty("sun.net.client.defaultConnectTimeout", limit);
        System.setProperty("sun.net.client.defaultReadTimeout", limit);
    }

    private final String hostPort;
    private final ProxyLink link;
    private final ToxiproxyClient client;
    private final Clock clock;
    private final Turns thread;
    private final AgentLeases own;
    /// Null until the server was asked whether it knows leases.
    private volatile @Nullable LeaseKeeper keeper;

    /// @param loop where the clock's tasks run
    public ToxiproxyDriver(HttpCaller caller, InetSocketAddress server, Clock clock, Executor loop) {
        this.clock = clock;
        hostPort = server.getHostString() + ":" + server.getPort();
        link = new ProxyLink(caller, server);
        client = new ToxiproxyClient(server.getHostString(), server.getPort());
        thread = new Turns("toxiproxy-driver", link.name());
        own = new AgentLeases(this::remove, clock, loop, thread, link.name());
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
        thread.answer(then, () -> {
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
        thread.answer(then, () -> {
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
        thread.answer(then, () -> {
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

    /// Of a system of a team's own the injection tells which proxy is whose; the links of the reference app say it
    /// themselves.
    private Optional<LinkName> name(Injection injection, String proxy) {
        return injection.own().isEmpty()
                ? LinkName.parse(proxy)
                : injection.own().stream().map(OwnPlace::place)
                        .filter(place -> place.proxy().equals(proxy) && place.toxiproxy() != null
                                && place.toxiproxy().hostPort().equals(hostPort))
                        .map(place -> new LinkName(place.zone(), place.cell(), "service")).findFirst();
    }

    /// Does to every link in reach what it has not got yet.
    ///
    /// @return how many links have it
    private int apply(Injection injection) throws IOException {
        Fault fault = injection.fault();
        List<Proxy> hit = client.getProxies().stream().filter(
                proxy -> name(injection, proxy.getName()).filter(name -> Toxicity.aims(fault, name)).isPresent())
                .toList();
        String toxic = lease(injection) + TOXIC;
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

    /// @throws IOException when one may be left, naming it
    private void remove(String id) throws IOException {
        for (Toxic toxic : under(id)) {
            try {
                toxic.remove();
            } catch (IOException mayBeGone) {
                // Gone with its link, or still there: the second look tells.
                continue;
            }
        }
        List<Toxic> left = under(id);
        if (!left.isEmpty()) {
            throw new IOException(left.size() + " toxics are left: "
                    + String.join(", ", left.stream().map(Toxic::getName).distinct().toList()));
        }
    }

    private List<Toxic> under(String id) throws IOException {
        List<Toxic> found = new ArrayList<>();
        for (Proxy proxy : client.getProxies()) {
            for (Toxic toxic : toxics(proxy)) {
                if (toxic.getName().startsWith(id + ".")) {
                    found.add(toxic);
                }
            }
        }
        return found;
    }

    /// None of a link that was closed since the links were listed.
    private static List<? extends Toxic> toxics(Proxy proxy) throws IOException {
        try {
            return proxy.toxics().getAll();
        } catch (IOException failed) {
            if (String.valueOf(failed.getMessage()).contains("proxy not found")) {
                return List.of();
            }
            throw failed;
        }
    }

    private static String lease(Injection injection) {
        return lease(injection.id());
    }

    /// The name of the lease that a fault is under: without points, since one ends it within the name of a toxic.
    public static String lease(String id) {
        return id.replace('.', ':');
    }

    /// The names of the toxics that a fault under `lease` is made of on a Toxiproxy.
    public static Stream<String> toxics(Fault fault, String lease) {
        String name = lease + TOXIC;
        return fault instanceof Fault.ZonePartition ? Stream.of(name + ".in", name + ".out") : Stream.of(name);
    }

    @Override
    public void close() {
        thread.close();
    }
}
