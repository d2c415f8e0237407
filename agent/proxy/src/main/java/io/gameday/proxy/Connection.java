package io.gameday.proxy;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client, a server, and what flows between them. Both sockets live on one event loop, on which everything here runs
/// but what is said to be for any thread.
///
///     client ──► upstream flow   ──► server
///     client ◄── downstream flow ◄── server
final class Connection {

    private static final long SECONDS_TO_DIAL = 10;
    static final long MILLIS_TO_DRAIN = 750;
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

    private final Proxy proxy;
    private final EventLoop loop;
    private final SocketChannel client;
    private final SocketChannel server;
    private final Flow upstream;
    private final Flow downstream;
    /// Null where requests are not told apart.
    private @Nullable HttpRequests requests;
    private @Nullable Future<?> dialLimit;
    private boolean started;
    private boolean connected;
    private boolean closed;

    private Connection(Proxy proxy, EventLoop loop, SocketChannel client, SocketChannel server, Dice dice) {
        this.proxy = proxy;
        this.loop = loop;
        this.client = client;
        this.server = server;
        upstream = new Flow(this, Stream.UPSTREAM, client, server, dice);
        downstream = new Flow(this, Stream.DOWNSTREAM, server, client, dice);
        if (proxy.http()) {
            requests = HttpExchanges.watch(proxy, this, upstream, downstream, dice);
        }
        client.pipeline().addLast(new Side(this, upstream, downstream));
        server.pipeline().addLast(new Side(this, downstream, upstream));
    }

    /// Null when the client is gone already. For any thread.
    static @Nullable Connection of(Proxy proxy, EventLoop loop, java.nio.channels.SocketChannel accepted, Dice dice) {
        try {
            return new Connection(proxy, loop, set(new NioSocketChannel(accepted)), set(new NioSocketChannel()), dice);
        } catch (ChannelException gone) {
            closeQuietly(accepted);
            return null;
        }
    }

    private static void closeQuietly(java.nio.channels.SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is to be gone, and is.
            return;
        }
    }

    private static SocketChannel set(SocketChannel socket) {
        socket.config().setAutoRead(false).setTcpNoDelay(true).setAllowHalfClosure(true).setConnectTimeoutMillis(0)
                .setWriteBufferWaterMark(WATER_MARK);
        return socket;
    }

    /// For any thread.
    void start(String to) {
        run(() -> {
            if (closed) {
                client.unsafe().closeForcibly();
                server.unsafe().closeForcibly();
                gone();
                return;
            }
            started = true;
            dialLimit = loop.schedule(this::close, SECONDS_TO_DIAL, TimeUnit.SECONDS);
            loop.register(client);
            loop.register(server).addListener(registered -> dial(to));
        });
    }

    private void dial(String to) {
        try {
            HostPort address = HostPort.parse(to);
            if (NetUtil.createByteArrayFromIpAddressString(address.host()) != null) {
                connect(address.resolve());
            } else {
                // A name service takes its time, which is not the event loop's to wait.
                Thread.ofVirtual().start(() -> lookUp(address));
            }
        } catch (IOException malformed) {
            close();
        }
    }

    private void lookUp(HostPort address) {
        try {
            InetSocketAddress found = address.host().isEmpty()
                    ? new InetSocketAddress(NetUtil.LOCALHOST4, address.port())
                    : address.resolve();
            run(() -> connect(found));
        } catch (IOException unknown) {
            close();
        }
    }

    private void connect(InetSocketAddress to) {
        if (!client.isOpen() || !server.isOpen()) {
            return;
        }
        ChannelFuture dialled = server.connect(to);
        dialled.addListener(done -> {
            if (dialLimit != null) {
                dialLimit.cancel(false);
            }
            if (!dialled.isSuccess()) {
                close();
                return;
            }
            connected = true;
            upstream.sync(chains());
            downstream.sync(chains());
            upstream.pace();
            downstream.pace();
        });
    }

    /// For any thread.
    void toxicsChanged() {
        run(() -> {
            if (connected) {
                upstream.sync(chains());
                downstream.sync(chains());
            }
        });
    }

    /// For any thread.
    void requestFaultsChanged() {
        run(() -> {
            if (requests != null) {
                requests.faultsChanged();
            }
        });
    }

    /// Something was put into the downstream flow from elsewhere.
    void settleDownstream() {
        downstream.settle();
    }

    /// The removal of a toxic ends this connection: what is still under way gets a moment.
    void closeSoon() {
        loop.schedule(this::close, MILLIS_TO_DRAIN, TimeUnit.MILLISECONDS);
    }

    /// Closes both sides now. For any thread.
    void close() {
        run(() -> {
            closed = true;
            if (started) {
                client.close();
                server.close();
                gone();
            }
        });
    }

    /// Both peers see a reset.
    void reset() {
        reset(client);
        reset(server);
    }

    static void reset(SocketChannel socket) {
        if (socket.isOpen()) {
            try {
                // Only here, and only now: a linger set beforehand would turn ordinary closes into resets.
                socket.config().setSoLinger(0);
            } catch (ChannelException gone) {
                // The peer was faster; the close below finds that out too.
                socket.close();
                return;
            }
            socket.close();
        }
    }

    /// One direction has delivered its end.
    void finished() {
        if (upstream.finished() && downstream.finished()) {
            close();
        }
    }

    /// One side is closed.
    void gone() {
        if (!client.isOpen() && !server.isOpen()) {
            if (dialLimit != null) {
                dialLimit.cancel(false);
            }
            upstream.dispose();
            downstream.dispose();
            proxy.over(this);
        }
    }

    /// What it has carried, per direction. On its loop, or when that has ended.
    List<Traffic> traffic(String listen, String to) {
        return List.of(upstream.traffic(listen, to), downstream.traffic(listen, to));
    }

    /// The toxics of the proxy now.
    ToxicChains chains() {
        return proxy.chains();
    }

    HeldMemory memory() {
        return proxy.memory();
    }

    EventLoop loop() {
        return loop;
    }

    private void run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
            return;
        }
        try {
            loop.execute(task);
        } catch (RejectedExecutionException closed) {
            // The network went first; nobody but this thread touches these sockets now.
            client.unsafe().closeForcibly();
            server.unsafe().closeForcibly();
            proxy.over(this);
        }
    }
}
