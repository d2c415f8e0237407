package io.gameday.proxy.api;

import io.gameday.http.Network;
import io.gameday.proxy.Proxies;
import io.gameday.time.Clock;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Our server on a free port, with a clock that stands still and an audit to look at.
final class TestServer implements AutoCloseable {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Network network = new Network("test");
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final List<String> audit = new CopyOnWriteArrayList<>();
    private final ProxyServer server;

    private TestServer(Predicate<String> upstreams, ProxyServer.Options options, Consumer<String> alsoAudited)
            throws IOException {
        server = ProxyServer.start(network, new ForSeveralThreads(clock), ANY_PORT, 42, upstreams, line -> {
            audit.add(line);
            alsoAudited.accept(line);
        }, options, config -> {
        });
    }

    static TestServer start() throws IOException {
        return start(ProxyServer.Options.NONE);
    }

    static TestServer start(ProxyServer.Options options) throws IOException {
        return new TestServer(AllowedUpstreams.loopback(), options, line -> {
        });
    }

    static TestServer audited(Consumer<String> alsoAudited) throws IOException {
        return new TestServer(AllowedUpstreams.loopback(), ProxyServer.Options.NONE, alsoAudited);
    }

    InetSocketAddress address() {
        return server.address();
    }

    RawHttp http() {
        return new RawHttp(address());
    }

    Proxies proxies() {
        return server.proxies();
    }

    ProxyServer server() {
        return server;
    }

    VirtualClock clock() {
        return clock;
    }

    List<String> audit() {
        return audit;
    }

    @Override
    public void close() {
        server.close();
        network.close();
    }

    /// A client that does not wait for its answer has the network's and the API's thread use the clock at once, which a
    /// virtual one is not made for.
    private record ForSeveralThreads(VirtualClock clock) implements Clock {

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public long ticks() {
            return clock.ticks();
        }

        @Override
        public Cancellable at(Duration delay, Runnable task) {
            synchronized (clock) {
                Cancellable entry = clock.at(delay, task);
                return () -> {
                    synchronized (clock) {
                        entry.cancel();
                    }
                };
            }
        }
    }
}
