package io.gameday.proxy;

/// How the data of a direction ends.
enum End {
    /// The sender will send no more and may still listen: passed on as a half-close.
    FINISHED,
    /// The connection is over for the receiver: closed once all that was sent before is with the kernel. What the receiver
    /// itself has sent and nobody has read turns that into a reset, and then it may lose the last of it.
    CLOSED,
    /// The sender reset the connection; the receiver is reset too.
    RESET
}
