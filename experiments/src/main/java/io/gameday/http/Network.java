package io.gameday.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/// The network threads of a process, shared by its servers and clients. One thread carries some ten thousand small
/// requests a second, so one is what a process gets.
public final class Network implements AutoCloseable {

    private final EventLoopGroup group;

    /// @param name of the thread
    public Network(String name) {
        group = new MultiThreadIoEventLoopGroup(1, Thread.ofPlatform().name(name).daemon().factory(),
                NioIoHandler.newFactory());
    }

    /// The event loops themselves, for sockets that carry something else than HTTP.
    public EventLoopGroup group() {
        return group;
    }

    /// Ends the threads; open connections break.
    @Override
    public void close() {
        group.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
