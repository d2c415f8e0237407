package io.gameday.proxy.api;

import io.gameday.http.Admission;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.proxy.Proxies;
import io.gameday.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Proxies and the API that drives them, at one address of this machine. Safe for use by several threads.
public final class ProxyServer implements AutoCloseable {

    private static final int LONGEST_CALL_SECONDS = 2;

    private final Proxies proxies;
    private final ExecutorService thread;
    private final HttpServer server;

    private ProxyServer(Proxies proxies, ExecutorService thread, HttpServer server) {
        this.proxies = proxies;
        this.thread = thread;
        this.server = server;
    }

    /// Starts with [Options#NONE] and without proxies.
    ///
    /// @param clock            for leases; its loop must not be blocked
    /// @param address          of the API, on loopback; port 0 lets the machine choose one
    /// @param seed             of all dice
    /// @param allowedUpstreams where proxies may lead, as `host:port`; see [AllowedUpstreams]
    /// @param audit            told of every call that changes something, done or refused, and of every lease that ends,
    ///                         in one line each; may be called from several threads
    /// @throws IOException when `address` cannot be listened at
    public static ProxyServer start(Network network, Clock clock, InetSocketAddress address, long seed,
            Predicate<String> allowedUpstreams, Consumer<String> audit) throws IOException {
        return start(network, clock, address, seed, allowedUpstreams, audit, Options.NONE, config -> {
        });
    }

    /// @param setup adds the proxies to begin with; the API listens only afterwards, and not at all when this throws
    public static ProxyServer start(Network network, Clock clock, InetSocketAddress address, long seed,
            Predicate<String> allowedUpstreams, Consumer<String> audit, Options options, Setup setup)
            throws IOException {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            // Its clients know no token: whoever can reach it can break what it leads to.
            throw new IOException("the proxy's API is to listen at " + address + "; allowed: addresses of this "
                    + "machine alone, such as 127.0.0.1:8474");
        }
        Proxies proxies = new Proxies(network, seed);
        LeaseBook leases = new LeaseBook(clock, proxies, audit);
        ProxyBook book = new ProxyBook(proxies, leases, allowedUpstreams, options.listenAnywhere());
        ExecutorService thread = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("proxy-api").daemon().factory());
        List<Route> routes = new ArrayList<>(ProxyApi.routes(new ProxyCalls(proxies, book), new ToxicCalls(book),
                new RequestFaultCalls(book, leases), new LeaseCalls(leases)));
        if (options.metrics()) {
            routes.add(new Route(Set.of("GET"), "/metrics", new Metrics(proxies)::show));
        }
        try {
            setup.apply(new ProxyConfig(book));
            return new ProxyServer(proxies, thread, HttpServer.start(network, address, Admission.open(),
                    new ProxyApi(clock, thread, proxies, audit, routes, seed)));
        } catch (IOException | RuntimeException failed) {
            thread.shutdownNow();
            proxies.close();
            throw failed;
        }
    }

    public Proxies proxies() {
        return proxies;
    }

    /// Of the API.
    public InetSocketAddress address() {
        return server.address();
    }

    /// Stops the API, then every proxy with its connections.
    @Override
    public void close() {
        server.close();
        thread.shutdownNow();
        try {
            // Its answer to a call under way needs the network, which whoever owns it may close after this.
            thread.awaitTermination(LONGEST_CALL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        proxies.close();
    }

    @FunctionalInterface
    public interface Setup {
        void apply(ProxyConfig config) throws IOException;
    }

    /// @param metrics        whether `/metrics` exists
    /// @param listenAnywhere whether proxies may listen at other addresses than loopback: whoever reaches this machine
    ///                       then reaches their upstreams
    public record Options(boolean metrics, boolean listenAnywhere) {

        public static final Options NONE = new Options(false, false);
    }
}
