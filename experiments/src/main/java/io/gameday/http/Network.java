package io.gameday.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/// The network threads of a process, shared by its servers and clients. One thread carries some ten thousand small
/// requests a second, so one is what a process gets unless it asks for more.
public final class Network implements AutoCloseable {

    private final EventLoopGroup group;

    /// @param name of the thread
    public Network(String name) {
        this(name, 1);
    }

    /// @param name    of the threads
    /// @param threads at least 1; a connection stays with one of them
    public Network(String name, int threads) {
        group = new MultiThreadIoEventLoopGroup(threads, Thread.ofPlatform().name(name).daemon().factory(),
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
