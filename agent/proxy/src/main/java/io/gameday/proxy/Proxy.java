package io.gameday.proxy;

import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One proxy. Safe for use by several threads. What is changed here acts on open connections at once; no method waits
/// for a client or a server.
public final class Proxy {

    private final EventLoopGroup group;
    private final Dice dice;
    private final HeldMemory memory;
    private final String name;
    private final boolean http;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Map<Traffic.Key, Traffic> traffic = new ConcurrentHashMap<>();
    private volatile ToxicChains toxics = ToxicChains.EMPTY;
    private volatile RequestFaults requestFaults = RequestFaults.EMPTY;
    private volatile String listen;
    private volatile String upstream;
    private volatile @Nullable Listener listener;
    private final AtomicLong connectionsSoFar = new AtomicLong();
    private long faultsSoFar;
    private boolean ended;

    Proxy(EventLoopGroup group, Dice dice, HeldMemory memory, ProxySpec spec) {
        this.group = group;
        this.dice = dice;
        this.memory = memory;
        name = spec.name();
        http = spec.http();
        listen = spec.listen();
        upstream = spec.upstream();
    }

    /// What is in force now, with the real address once it has listened.
    public ProxySpec spec() {
        return new ProxySpec(name, listen, upstream, enabled(), http);
    }

    public String name() {
        return name;
    }

    /// The real address once it has listened, before that what was asked for.
    public String listen() {
        return listen;
    }

    public boolean enabled() {
        return listener != null;
    }

    /// Connections accepted and not yet over.
    public int connections() {
        return connections.size();
    }

    /// Changes what is not null. Another address or upstream closes all connections; so does disabling. Toxics stay.
    ///
    /// @throws IOException when the address cannot be bound: the proxy is then disabled, with the new values
    public synchronized void update(@Nullable String newListen, @Nullable String newUpstream,
            @Nullable Boolean newEnabled) throws IOException {
        if (ended) {
            throw new IOException("proxy '" + name + "' was removed; add it again");
        }
        boolean wanted = newEnabled == null ? enabled() : newEnabled;
        boolean moved = newListen != null && !sameAddress(newListen, listen)
                || newUpstream != null && !newUpstream.equals(upstream);
        if (moved || !wanted) {
            stop();
        }
        if (moved) {
            listen = Objects.requireNonNullElse(newListen, listen);
            upstream = Objects.requireNonNullElse(newUpstream, upstream);
        }
        if (wanted && listener == null) {
            Listener opened = Listener.open(listen);
            listen = opened.address();
            listener = opened;
            opened.start(name, socket -> accepted(opened, socket));
        }
    }

    /// Whether both mean one address once looked up. Port 0 is never the same.
    private static boolean sameAddress(String one, String other) {
        if (one.equals(other)) {
            return !one.isEmpty() && !one.endsWith(":0");
        }
        try {
            HostPort first = HostPort.parse(one);
            return first.port() != 0 && first.resolve().equals(HostPort.parse(other).resolve());
        } catch (IOException unknown) {
            // Whatever is wrong with it is told when it is bound.
            return false;
        }
    }

    private void accepted(Listener by, SocketChannel socket) {
        Connection connection = Connection.of(this, group.next(), socket,
                dice.with(connectionsSoFar.getAndIncrement()));
        if (connection == null) {
            return;
        }
        connections.add(connection);
        connection.start(upstream);
        if (!by.isOpen()) {
            connection.close();
        }
    }

    private void stop() {
        Listener open = listener;
        listener = null;
        if (open != null) {
            open.close();
        }
        connections.forEach(Connection::close);
    }

    synchronized void end() {
        ended = true;
        stop();
    }

    void over(Connection connection) {
        if (connections.contains(connection)) {
            connection.traffic(listen, upstream)
                    .forEach(carried -> traffic.merge(carried.key(), carried, Traffic::and));
            connections.remove(connection);
        }
    }

    /// What connections that are over have carried, one entry per direction, address and upstream.
    public List<Traffic> traffic() {
        return traffic.values().stream().sorted(Comparator.comparing(Traffic::direction).thenComparing(Traffic::listen)
                .thenComparing(Traffic::upstream)).toList();
    }

    boolean http() {
        return http;
    }

    HeldMemory memory() {
        return memory;
    }

    ToxicChains chains() {
        return toxics;
    }

    RequestFaults faults() {
        return requestFaults;
    }

    /// Upstream ones in the order added, then downstream ones.
    public List<NamedToxic> toxics() {
        return toxics.toxics();
    }

    public synchronized void add(NamedToxic toxic) throws NameTakenException {
        if (toxics.has(toxic.name())) {
            throw new NameTakenException("toxic", toxic.name());
        }
        toxics = toxics.with(faultsSoFar++, toxic);
        connections.forEach(Connection::toxicsChanged);
    }

    /// Changes the toxic of that name. False when there is none.
    ///
    /// @throws IllegalArgumentException when it would become another kind of toxic or go to the other stream
    public synchronized boolean replace(NamedToxic toxic) {
        if (!toxics.has(toxic.name())) {
            return false;
        }
        toxics = toxics.replacing(toxic);
        connections.forEach(Connection::toxicsChanged);
        return true;
    }

    /// Takes a toxic away. What it held goes on; a connection that cannot take it within a second, or that lost bytes
    /// to a timeout toxic, is closed. False when there is none of that name.
    public synchronized boolean remove(String toxic) {
        if (!toxics.has(toxic)) {
            return false;
        }
        toxics = toxics.without(toxic);
        connections.forEach(Connection::toxicsChanged);
        return true;
    }

    /// In the order added.
    public List<RequestFault> requestFaults() {
        return requestFaults.faults();
    }

    /// @throws IllegalArgumentException when the proxy does not tell requests apart
    public synchronized void add(RequestFault fault) throws NameTakenException {
        if (!http) {
            throw new IllegalArgumentException("proxy '" + name
                    + "' does not tell requests apart; request faults need a proxy that was added with http: true");
        }
        if (requestFaults.has(fault.name())) {
            throw new NameTakenException("request fault", fault.name());
        }
        requestFaults = requestFaults.with(faultsSoFar++, fault);
    }

    public synchronized boolean removeRequestFault(String fault) {
        if (!requestFaults.has(fault)) {
            return false;
        }
        requestFaults = requestFaults.without(fault);
        connections.forEach(Connection::requestFaultsChanged);
        return true;
    }
}
