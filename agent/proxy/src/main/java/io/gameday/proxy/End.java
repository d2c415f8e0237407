package io.gameday.proxy;

/// How the data of a direction ends.
enum End {
    /// The sender will send no more and may still listen: passed on as a half-close.
    FINISHED,
    /// The connection is over for the receiver, after everything sent before has reached it.
    CLOSED,
    /// The sender reset the connection; the receiver is reset too.
    RESET
}
