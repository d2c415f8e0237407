package io.gameday.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// One connection of a server. Whatever a peer sends ends in an answer or a closed connection, never in an exception
/// that reaches anybody else.
final class ServerConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final Admission admission;
    private final Handler handler;

    ServerConnection(Admission admission, Handler handler) {
        this.admission = admission;
        this.handler = handler;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        boolean keepAlive = HttpUtil.isKeepAlive(message);
        if (message.decoderResult().isFailure()) {
            answer(context, false, HttpAnswer.error(400, "not an HTTP request"));
            return;
        }
        HttpRequest request;
        try {
            request = request(message);
        } catch (IllegalArgumentException malformed) {
            answer(context, false, HttpAnswer.error(400, "path or query cannot be decoded"));
            return;
        }
        AtomicBoolean answered = new AtomicBoolean();
        admission.refusal(request).ifPresentOrElse(refusal -> answer(context, keepAlive, refusal), () -> {
            try {
                handler.handle(request, reply -> {
                    if (answered.compareAndSet(false, true)) {
                        context.executor().execute(() -> answer(context, keepAlive, reply));
                    }
                });
            } catch (RuntimeException e) {
                if (answered.compareAndSet(false, true)) {
                    answer(context, keepAlive, HttpAnswer.error(500, "unexpected: " + e));
                }
            }
        });
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // The peer broke the connection or sent something that is not HTTP: nothing to tell and nobody to tell it to.
        context.close();
    }

    private static HttpRequest request(FullHttpRequest message) {
        QueryStringDecoder uri = new QueryStringDecoder(message.uri());
        Map<String, String> query = new HashMap<>();
        uri.parameters().forEach((name, values) -> query.put(name, values.getLast()));
        Map<String, String> headers = new HashMap<>();
        message.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new HttpRequest(message.method().name(), uri.path(), query, headers,
                ByteBufUtil.getBytes(message.content()));
    }

    private static void answer(ChannelHandlerContext context, boolean keepAlive, HttpAnswer answer) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(answer.body()));
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        response.headers().set(HttpHeaderNames.CONNECTION, keepAlive ? "keep-alive" : "close");
        var written = context.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
