package io.gameday.reference;

import java.net.InetSocketAddress;

/// Addresses as our processes write them: `127.0.1.10:8080`.
public final class Address {

    private Address() {
    }

    /// @throws IllegalArgumentException when `text` is not `host:port`
    public static InetSocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new InetSocketAddress(text.substring(0, Math.max(0, colon)),
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("address is '" + text + "'; allowed: host:port", e);
        }
    }

    public static String print(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
