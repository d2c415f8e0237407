package io.gameday.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringEncoder;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connection of a client: at most one request under way.
final class ClientConnection extends SimpleChannelInboundHandler<FullHttpResponse> {

    private @Nullable Consumer<CallResult> waiting;
    /// The request said that it is the last one. Not every server repeats that in its answer.
    private boolean last;

    void send(Channel channel, InetSocketAddress server, HttpRequest request, Consumer<CallResult> then) {
        waiting = then;
        last = "close".equalsIgnoreCase(request.headers().get("connection"));
        DefaultFullHttpRequest message;
        try {
            message = message(server, request);
        } catch (IllegalArgumentException malformed) {
            end(new CallResult.Broken("not sent, because it is no valid HTTP request: " + malformed.getMessage()));
            channel.close();
            return;
        }
        channel.writeAndFlush(message).addListener(written -> {
            if (!written.isSuccess()) {
                end(new CallResult.Broken(String.valueOf(written.cause().getMessage())));
            }
        });
    }

    private static DefaultFullHttpRequest message(InetSocketAddress server, HttpRequest request) {
        QueryStringEncoder uri = new QueryStringEncoder(request.path());
        request.query().forEach(uri::addParam);
        var message = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(request.method()),
                uri.toString(), Unpooled.wrappedBuffer(request.body()));
        message.headers().set(HttpHeaderNames.HOST, server.getHostString() + ":" + server.getPort());
        request.headers().forEach((name, value) -> message.headers().set(name, value));
        message.headers().set(HttpHeaderNames.CONTENT_LENGTH, request.body().length);
        return message;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse message) {
        if (waiting == null) {
            // Nobody asked: were the connection kept, this might be taken for the answer to the next request.
            context.close();
            return;
        }
        if (message.decoderResult().isFailure()) {
            end(new CallResult.Broken("the answer is not HTTP"));
            context.close();
            return;
        }
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        HttpAnswer answer = new HttpAnswer(message.status().code(), Map.copyOf(headers),
                ByteBufUtil.getBytes(message.content()));
        if (last || !HttpUtil.isKeepAlive(message)) {
            context.close();
        }
        end(new CallResult.Answered(answer));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(new CallResult.Broken("the connection was closed before the answer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(new CallResult.Broken(String.valueOf(cause.getMessage())));
        context.close();
    }

    private void end(CallResult result) {
        Consumer<CallResult> then = waiting;
        waiting = null;
        if (then != null) {
            then.accept(result);
        }
    }
}
