package io.gameday.proxy.api;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/// Reads the `listen` of a proxy as Go does, with Go's words for what is wrong with it, because clients compare them.
///
/// @param shown   in the form `host:port`, an empty host replaced by loopback
/// @param address where to listen
record ListenAddress(String shown, InetSocketAddress address) {

    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /// @param anywhere whether addresses besides loopback are allowed
    /// @throws Refusal 500 with Go's words when it is no address, 400 when it is one that is not allowed
    static ListenAddress of(String listen, boolean anywhere) throws Refusal {
        String[] parts = listen.isEmpty() ? new String[]{"", "0"} : split(listen);
        int port = port(parts[1]);
        String host = parts[0].isEmpty() ? "127.0.0.1" : parts[0];
        InetAddress address = resolved(host, listen, anywhere);
        if (!address.isLoopbackAddress() && !anywhere) {
            throw notLoopback(listen);
        }
        return new ListenAddress((host.contains(":") ? "[" + host + "]" : host) + ":" + port,
                new InetSocketAddress(address, port));
    }

    private static InetAddress resolved(String host, String listen, boolean anywhere) throws Refusal {
        try {
            if (host.equals("localhost")) {
                return InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1});
            }
            if (DOTTED.matcher(host).matches() || host.contains(":")) {
                return InetAddress.ofLiteral(host);
            }
            if (!anywhere) {
                // Who asks a name server here may get another answer when the proxy listens.
                throw notLoopback(listen);
            }
            return InetAddress.getByName(host);
        } catch (UnknownHostException | IllegalArgumentException unknown) {
            throw new Refusal(500, "listen", "listen tcp: lookup " + host + ": no such host");
        }
    }

    private static Refusal notLoopback(String listen) {
        return new Refusal(400, "listen",
                "listen is " + listen + "; allowed: addresses of this machine alone, such as 127.0.0.1:0");
    }

    private static int port(String port) throws Refusal {
        if (port.isEmpty()) {
            return 0;
        }
        String digits = port.startsWith("-") || port.startsWith("+") ? port.substring(1) : port;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refusal(500, "listen", "listen tcp: lookup tcp/" + port + ": unknown port");
        }
        boolean wide = digits.replaceFirst("^0+", "").length() > 5;
        if (wide || Integer.parseInt(digits) > 65_535 || port.startsWith("-") && Integer.parseInt(digits) > 0) {
            throw new Refusal(500, "listen", "listen tcp: address " + port + ": invalid port");
        }
        return Integer.parseInt(digits);
    }

    private static String[] split(String listen) throws Refusal {
        int colon = listen.lastIndexOf(':');
        if (colon < 0) {
            throw wrong(listen, "missing port in address");
        }
        int fromOpening = 0;
        int fromClosing = 0;
        String host;
        if (listen.startsWith("[")) {
            int end = listen.indexOf(']');
            if (end < 0) {
                throw wrong(listen, "missing ']' in address");
            }
            if (end + 1 != colon) {
                boolean colons = end + 1 < listen.length() && listen.charAt(end + 1) == ':';
                throw wrong(listen, colons ? "too many colons in address" : "missing port in address");
            }
            host = listen.substring(1, end);
            fromOpening = 1;
            fromClosing = end + 1;
        } else {
            host = listen.substring(0, colon);
            if (host.contains(":")) {
                throw wrong(listen, "too many colons in address");
            }
        }
        if (listen.indexOf('[', fromOpening) >= 0) {
            throw wrong(listen, "unexpected '[' in address");
        }
        if (listen.indexOf(']', fromClosing) >= 0) {
            throw wrong(listen, "unexpected ']' in address");
        }
        return new String[]{host, listen.substring(colon + 1)};
    }

    private static Refusal wrong(String listen, String what) {
        return new Refusal(500, "listen", "listen tcp: address " + listen + ": " + what);
    }
}
