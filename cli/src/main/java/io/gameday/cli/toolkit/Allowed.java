package io.gameday.cli.toolkit;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How far activities may reach.
///
/// @param hosts    besides this machine; names or addresses, with a port or for all ports
/// @param commands whether programs may be started
/// @param folders  where it may be asked whether a file exists
public record Allowed(Set<String> hosts, boolean commands, List<Path> folders) {

    public Allowed {
        hosts = Set.copyOf(hosts);
        folders = List.copyOf(folders);
    }

    /// Why an address may not be called; empty when it may. Names are not looked up: a name that is not literally this
    /// machine's counts as another's.
    public Optional<String> refusal(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (host.isEmpty() || !web) {
            return Optional.of("'" + address + "' is no web address; allowed: http://… or https://…");
        }
        String withPort = host + ":"
                + (address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80);
        return here(host) || hosts.contains(host) || hosts.contains(withPort)
                ? Optional.empty()
                : Optional.of("'" + host + "' is not this machine; to have it called: --allow-host " + host);
    }

    private static boolean here(String host) {
        boolean literal = host.matches("[0-9.]+") || host.startsWith("[");
        return host.equals("localhost")
                || literal && InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    }

    /// Whether a file may be asked for.
    boolean file(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return folders.stream().anyMatch(folder -> whole.startsWith(folder.toAbsolutePath().normalize()));
    }
}
