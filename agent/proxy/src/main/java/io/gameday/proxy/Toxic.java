package io.gameday.proxy;

/// What is done to the data of one direction. Each kind is a record whose constructor checks its ranges; what it does
/// to a connection stands in the link of the same name beside it.
public sealed interface Toxic permits Latency, Bandwidth, SlowClose, Timeout, ResetPeer, Slicer, LimitData, Noop {

    /// The name Toxiproxy's API gives this kind, such as `slow_close`.
    String type();
}
