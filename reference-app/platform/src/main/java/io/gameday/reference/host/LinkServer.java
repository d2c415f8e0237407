package io.gameday.reference.host;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/// Where the proxies of the links are: in the host itself, or in a Toxiproxy of the team's own.
interface LinkServer {

    /// Of its Toxiproxy API.
    InetSocketAddress address();

    /// Makes it fit for links.
    ///
    /// @return `gameday` when it ends faults by their leases itself, `toxiproxy` when it only knows what a Toxiproxy
    ///         knows; fails with why it cannot be used
    CompletableFuture<String> ready();

    /// Whether it outlives the host, so that the links have to be closed one by one.
    boolean staysBehind();
}
