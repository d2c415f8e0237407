package io.gameday.proxy;

/// What is asked of a proxy.
///
/// @param listen   `host:port`; empty is any free port on all interfaces, port 0 is any free port of that host
/// @param upstream `host:port`; looked up at each connection, not before
/// @param enabled  whether it listens; a proxy that does not refuses connections
/// @param http     whether requests are told apart, so that request faults act on them
public record ProxySpec(String name, String listen, String upstream, boolean enabled, boolean http) {

    public ProxySpec {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is empty; give the proxy a name");
        }
        if (upstream.isEmpty()) {
            throw new IllegalArgumentException("upstream is empty; give it as host:port");
        }
    }
}
