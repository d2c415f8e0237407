package io.gameday.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// `host:port` as people write it: `127.0.0.1:80`, `localhost:80`, `[::1]:80`, `:80`.
///
/// @param host empty for all interfaces
record HostPort(String host, int port) {

    /// @throws IOException in the words of Toxiproxy, whose clients show them
    static HostPort parse(String text) throws IOException {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IOException("address " + text + ": missing port in address");
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            throw new IOException("address " + text + ": too many colons in address");
        }
        String port = text.substring(colon + 1);
        if (!port.matches("\\d{1,9}")) {
            throw new IOException("address " + text + ": unknown port: \"" + port + "\"; allowed: 0 to 65535");
        }
        int number = Integer.parseInt(port);
        if (number > 65535) {
            throw new IOException("address " + port + ": invalid port");
        }
        return new HostPort(host, number);
    }

    /// Looks the host up, which may take as long as the name service does.
    InetSocketAddress resolve() throws IOException {
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(InetAddress.getByName(host), port);
    }

    static String text(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        if (ip.isAnyLocalAddress()) {
            return "[::]:" + address.getPort();
        }
        String host = ip.getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
