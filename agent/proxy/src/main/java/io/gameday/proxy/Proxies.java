package io.gameday.proxy;

import io.gameday.http.Network;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All proxies of a process. Safe for use by several threads; nothing here waits for a client or a server.
public final class Proxies implements AutoCloseable {

    private final Network network;
    private final long seed;
    private final HeldMemory memory = new HeldMemory();
    private final Map<String, Proxy> byName = new TreeMap<>();

    /// @param network carries the connections; it must outlive this
    /// @param seed    of all dice: the same seed and the same order of connections and toxics give the same dice
    public Proxies(Network network, long seed) {
        this.network = network;
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    public synchronized Optional<Proxy> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Sorted by name.
    public synchronized List<Proxy> all() {
        return List.copyOf(byName.values());
    }

    /// Adds a proxy, and lets it listen when it is enabled.
    ///
    /// @throws IOException when its address cannot be bound; nothing was added
    public synchronized Proxy add(ProxySpec spec) throws NameTakenException, IOException {
        if (byName.containsKey(spec.name())) {
            throw new NameTakenException("proxy", spec.name());
        }
        Proxy proxy = new Proxy(network.group(), new Dice(seed).with(spec.name().hashCode()), memory, spec);
        if (spec.enabled()) {
            proxy.update(null, null, true);
        }
        byName.put(spec.name(), proxy);
        return proxy;
    }

    /// Stops the proxy, closes its connections and forgets it. False when there is none of that name.
    public synchronized boolean remove(String name) {
        Proxy proxy = byName.remove(name);
        if (proxy == null) {
            return false;
        }
        proxy.end();
        return true;
    }

    /// Bytes that toxics hold back now, over all connections.
    public long heldBytes() {
        return memory.bytes();
    }

    /// Stops all proxies and closes their connections.
    @Override
    public synchronized void close() {
        byName.values().forEach(Proxy::end);
        byName.clear();
    }
}
