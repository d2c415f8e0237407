package io.gameday.proxy;

/// What becomes of the end of one direction.
public enum HalfClose {
    /// The receiver is told and may go on sending, as without a proxy.
    PASSED_ON,
    /// The receiver's socket is closed, which ends the other direction too: what Toxiproxy does.
    CLOSES
}
