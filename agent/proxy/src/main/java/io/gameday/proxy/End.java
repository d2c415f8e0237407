package io.gameday.proxy;

/// How the data of a direction ends.
enum End {
    /// The sender will send no more and may still listen: passed on as a half-close.
    FINISHED,
    /// The connection is over for the receiver: closed once all that was sent before is with the kernel. Where the
    /// receiver has sent what nobody has read, the kernel makes a reset of it, and the last of the data may be lost.
    CLOSED,
    /// The sender reset the connection; the receiver is reset too.
    RESET
}
