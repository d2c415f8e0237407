package io.gameday.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// One listening HTTP/1.1 endpoint with keep-alive. Bodies above 1 MiB are refused.
public final class HttpServer implements AutoCloseable {

    static final int LARGEST_BODY = 1 << 20;
    private static final int MOST_CONNECTIONS = 512;
    private static final int IDLE_SECONDS = 60;

    private final Channel listening;
    private final ChannelGroup connections;

    private HttpServer(Channel listening, ChannelGroup connections) {
        this.listening = listening;
        this.connections = connections;
    }

    /// Listens at `address`; port 0 lets the machine choose one.
    ///
    /// @throws IOException when the address cannot be bound; the message names it
    public static HttpServer start(Network network, InetSocketAddress address, Admission admission, Handler handler)
            throws IOException {
        return start(network, address, admission, handler, (channel, open) -> {
        });
    }

    /// The same for callers that are not ours: at most so many connections, none of them idle for long, and TLS.
    ///
    /// @param tls null for plain HTTP
    public static HttpServer guarded(Network network, InetSocketAddress address, Admission admission, Handler handler,
            @Nullable SslContext tls) throws IOException {
        return start(network, address, admission, handler, (channel, open) -> {
            if (open > MOST_CONNECTIONS) {
                channel.close();
                return;
            }
            channel.pipeline().addLast(new ReadTimeoutHandler(IDLE_SECONDS));
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
        });
    }

    /// Is shown each connection before anything else sees it.
    private interface Gate {
        void opened(SocketChannel channel, int open);
    }

    private static HttpServer start(Network network, InetSocketAddress address, Admission admission, Handler handler,
            Gate gate) throws IOException {
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        ServerBootstrap bootstrap = new ServerBootstrap().group(network.group()).channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
                        gate.opened(channel, connections.size());
                        channel.pipeline().addLast(new HttpServerCodec(), new WholeRequests(),
                                new ServerConnection(admission, handler));
                    }
                });
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen at " + address.getHostString() + ":" + address.getPort() + ": "
                    + bound.cause().getMessage(), bound.cause());
        }
        return new HttpServer(bound.channel(), connections);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /// Stops listening and breaks every open connection.
    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
    }
}
