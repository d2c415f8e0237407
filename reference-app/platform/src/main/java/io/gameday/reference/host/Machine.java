package io.gameday.reference.host;

/// What answers a ping in a zone. Without power nothing listens.
public interface Machine {

    /// `host:port`, the same whenever it is on.
    String address();

    /// Stops listening and breaks every open connection.
    void off();

    /// Listens again.
    void on();
}
