package io.gameday.reference.host;

import io.gameday.proxy.api.ProxyServer;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/// The proxy server in the host.
record HostLinkServer(ProxyServer server) implements LinkServer {

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public CompletableFuture<String> ready() {
        return CompletableFuture.completedFuture("gameday");
    }

    @Override
    public boolean staysBehind() {
        return false;
    }
}
