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
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;

/// One listening HTTP/1.1 endpoint with keep-alive. Bodies above 1 MiB are refused.
public final class HttpServer implements AutoCloseable {

    static final int LARGEST_BODY = 1 << 20;

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
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        ServerBootstrap bootstrap = new ServerBootstrap().group(network.group()).channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connections.add(channel);
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
