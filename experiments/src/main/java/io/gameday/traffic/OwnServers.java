package io.gameday.traffic;

import io.gameday.http.HttpRequest;
import io.gameday.target.OwnSystem;
import io.gameday.target.WebAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The servers of a system of a team's own, their names resolved once: what a run means is not moved by a change of names
/// while it lasts.
///
/// @param sockets of every address by which customers or canaries come in
public record OwnServers(OwnSystem system, Map<WebAddress, InetSocketAddress> sockets) {

    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    /// Blocks while names are looked up.
    ///
    /// @throws IllegalArgumentException naming every host that there is not
    public static OwnServers of(OwnSystem system) {
        Map<WebAddress, InetSocketAddress> sockets = new HashMap<>();
        system.addresses()
                .forEach(address -> sockets.put(address, new InetSocketAddress(address.host(), address.port())));
        List<String> unknown = sockets.values().stream().filter(InetSocketAddress::isUnresolved)
                .map(InetSocketAddress::getHostString).distinct().sorted().toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no host " + String.join(", ", unknown)
                    + "; the addresses stand under system in the experiment file");
        }
        return new OwnServers(system, Map.copyOf(sockets));
    }

    InetSocketAddress socket(WebAddress address) {
        return Objects.requireNonNull(sockets.get(address));
    }

    /// What customers ask for, at one place.
    HttpRequest request(OwnSystem.Place place) {
        return request(system.request(), place.path(system.request().path()));
    }

    /// What customers ask for, where they all come in.
    HttpRequest request() {
        return request(system.request(), system.request().path());
    }

    /// What whoever asks as a customer sends.
    ///
    /// @param path as the server knows it
    public static HttpRequest request(OwnSystem.Request asked, String path) {
        return new HttpRequest(asked.method(), path, Map.of(), asked.body().isEmpty() ? Map.of() : JSON,
                asked.body().getBytes(StandardCharsets.UTF_8)).with("user-agent", "gameday").with("accept", "*/*");
    }
}
