package io.gameday.proxy;

import java.util.Locale;

/// A direction of a connection.
public enum Stream {
    /// From the client to the server.
    UPSTREAM,
    /// From the server to the client.
    DOWNSTREAM;

    /// As Toxiproxy's API writes it: `upstream`, `downstream`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
