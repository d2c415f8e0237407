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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One connection of a server. Whatever a peer sends ends in an answer or a closed connection, never in an exception
/// that reaches anybody else.
final class ServerConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

    /// Requests sent ahead on one connection; beyond this it is closed.
    private static final int MOST_WAITING = 64;

    private final Admission admission;
    private final Handler handler;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;

    ServerConnection(Admission admission, Handler handler) {
        this.admission = admission;
        this.handler = handler;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        boolean keepAlive = HttpUtil.isKeepAlive(message);
        if (message.decoderResult().isFailure()) {
            take(context, new Waiting(null, HttpAnswer.error(400, "not an HTTP request"), false));
            return;
        }
        // With two of them, who checks one may not be who uses the other.
        if (message.headers().getAll(HttpHeaderNames.HOST).size() > 1) {
            take(context, new Waiting(null, HttpAnswer.error(400, "Host is given more than once"), false));
            return;
        }
        if (!message.uri().startsWith("/")) {
            take(context, new Waiting(null, HttpAnswer.error(400, "the path does not begin with /"), false));
            return;
        }
        try {
            HttpRequest request = request(message);
            take(context, new Waiting(request, admission.refusal(request).orElse(null), keepAlive));
        } catch (IllegalArgumentException malformed) {
            take(context, new Waiting(null, HttpAnswer.error(400, "path or query cannot be decoded"), false));
        }
    }

    /// Answers leave in the order of the requests: whoever sends several without waiting can tell them apart by that
    /// alone.
    private void take(ChannelHandlerContext context, Waiting next) {
        if (!busy) {
            handle(context, next);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(next);
        } else {
            context.close();
        }
    }

    private void handle(ChannelHandlerContext context, Waiting next) {
        busy = true;
        if (next.refusal() != null || next.request() == null) {
            answer(context, next.keepAlive(), Objects.requireNonNull(next.refusal()));
            return;
        }
        AtomicBoolean answered = new AtomicBoolean();
        try {
            handler.handle(next.request(), reply -> {
                if (answered.compareAndSet(false, true)) {
                    context.executor().execute(() -> answer(context, next.keepAlive(), reply));
                }
            });
        } catch (RuntimeException e) {
            if (answered.compareAndSet(false, true)) {
                answer(context, next.keepAlive(), HttpAnswer.error(500, "unexpected: " + e));
            }
        }
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
                ByteBufUtil.getBytes(message.content()), message.uri());
    }

    private void answer(ChannelHandlerContext context, boolean keepAlive, HttpAnswer answer) {
        FullHttpResponse response;
        try {
            response = response(keepAlive, answer);
        } catch (IllegalArgumentException malformed) {
            response = response(keepAlive, HttpAnswer.error(500, "the answer is no valid HTTP: " + malformed));
        }
        var written = context.writeAndFlush(response);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
            waiting.clear();
            return;
        }
        busy = false;
        Waiting next = waiting.poll();
        if (next != null) {
            handle(context, next);
        }
    }

    private static FullHttpResponse response(boolean keepAlive, HttpAnswer answer) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(answer.body()));
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        response.headers().set(HttpHeaderNames.CONNECTION, keepAlive ? "keep-alive" : "close");
        return response;
    }

    /// @param request null when it could not be read
    /// @param refusal the answer when the handler is not to be asked
    private record Waiting(@Nullable HttpRequest request, @Nullable HttpAnswer refusal, boolean keepAlive) {
    }
}
