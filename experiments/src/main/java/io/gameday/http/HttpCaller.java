package io.gameday.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Calls HTTP servers over kept-alive connections, one request on a connection at a time, without ever blocking.
/// Safe for use by several threads; results arrive on a network thread.
public final class HttpCaller implements AutoCloseable {

    private static final int IDLE_PER_SERVER = 64;

    /// Of all connections, so that what belongs to it needs no lock.
    private final EventLoop loop;
    private final Bootstrap bootstrap;
    /// Those that are open. Only touched on the loop.
    private final Map<InetSocketAddress, Deque<Channel>> idle = new HashMap<>();

    public HttpCaller(Network network) {
        loop = network.group().next();
        bootstrap = new Bootstrap().group(loop).channel(NioSocketChannel.class).option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(),
                                new HttpObjectAggregator(HttpServer.LARGEST_BODY), new ClientConnection());
                    }
                });
    }

    /// Sends `request` and tells `then` the result, exactly once and at most `limit` from now. When the network is
    /// closed, that is at once, on the caller's thread.
    public void call(InetSocketAddress server, HttpRequest request, Duration limit, Consumer<CallResult> then) {
        try {
            loop.execute(() -> start(new Call(server, request, limit, then)));
        } catch (RejectedExecutionException closed) {
            then.accept(new CallResult.Unreachable("our own network is closed"));
        }
    }

    private void start(Call call) {
        call.arm();
        Deque<Channel> free = idle.get(call.server);
        Channel kept = free == null ? null : free.pollLast();
        while (kept != null && !kept.isActive()) {
            kept = free.pollLast();
        }
        if (kept != null) {
            send(kept, call);
            return;
        }
        ChannelFuture connecting = bootstrap.connect(call.server);
        connecting.addListener(done -> {
            if (!connecting.isSuccess()) {
                call.end(new CallResult.Unreachable(String.valueOf(connecting.cause().getMessage())));
            } else if (call.ended()) {
                connecting.channel().close();
            } else {
                opened(connecting.channel(), call.server);
                send(connecting.channel(), call);
            }
        });
    }

    private void send(Channel channel, Call call) {
        call.channel = channel;
        channel.pipeline().get(ClientConnection.class).send(channel, call.server, call.request, result -> {
            if (result instanceof CallResult.Answered && channel.isActive() && !call.ended()) {
                keep(call.server, channel);
            }
            call.end(result);
        });
    }

    private void keep(InetSocketAddress server, Channel channel) {
        Deque<Channel> free = idle.computeIfAbsent(server, s -> new ArrayDeque<>());
        if (free.size() < IDLE_PER_SERVER) {
            free.addLast(channel);
        } else {
            channel.close();
        }
    }

    /// A server that nobody calls again would otherwise leave its dead connections here.
    private void opened(Channel channel, InetSocketAddress server) {
        channel.closeFuture().addListener(closed -> idle.computeIfPresent(server, (same, free) -> {
            free.remove(channel);
            return free.isEmpty() ? null : free;
        }));
    }

    /// Closes the kept connections. Calls under way end as broken when the network closes.
    @Override
    public void close() {
        try {
            // Copied, because each that closes is taken out.
            loop.execute(() -> idle.values().stream().flatMap(Deque::stream).toList().forEach(Channel::close));
        } catch (RejectedExecutionException closed) {
            // The network went first and took its connections with it.
            return;
        }
    }

    private final class Call {
        private final InetSocketAddress server;
        private final HttpRequest request;
        private final Duration limit;
        private final Consumer<CallResult> then;
        private final AtomicBoolean ended = new AtomicBoolean();
        private @Nullable Channel channel;
        private @Nullable Future<?> timer;

        Call(InetSocketAddress server, HttpRequest request, Duration limit, Consumer<CallResult> then) {
            this.server = server;
            this.request = request;
            this.limit = limit;
            this.then = then;
        }

        void arm() {
            timer = loop.schedule(() -> {
                if (channel != null) {
                    // The late answer must not be taken for the next request's.
                    channel.close();
                }
                end(new CallResult.TimedOut());
            }, limit.toNanos(), TimeUnit.NANOSECONDS);
        }

        boolean ended() {
            return ended.get();
        }

        void end(CallResult result) {
            if (ended.compareAndSet(false, true)) {
                if (timer != null) {
                    timer.cancel(false);
                }
                then.accept(result);
            }
        }
    }
}
