package io.gameday.proxy;

import io.netty.buffer.ByteBuf;

/// A place that the data of one direction passes. Only touched on the event loop of its connection.
abstract class Stage {

    /// Takes over `data`, to pass on or to release.
    ///
    /// @param arrived when it came, in the ticks of the event loop; meaningless where the chain has no toxic
    abstract void chunk(ByteBuf data, long arrived);

    /// Nothing follows.
    abstract void end(End end);

    /// Whether no more should be read from the sender for now.
    boolean full() {
        return false;
    }

    /// Lets go of what is held, since the connection is over.
    void dispose() {
    }
}
