package io.gameday.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/// Puts requests together, and refuses those it cannot take with words where Netty has none.
final class WholeRequests extends HttpObjectAggregator {

    WholeRequests() {
        super(HttpServer.LARGEST_BODY);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        FullHttpResponse refusal = refusal(413, "the body is larger than " + HttpServer.LARGEST_BODY + " bytes");
        boolean keepAlive = HttpUtil.isKeepAlive(oversized);
        refusal.headers().set(HttpHeaderNames.CONNECTION, keepAlive ? "keep-alive" : "close");
        // The rest of the body is passed over where the connection goes on.
        context.writeAndFlush(refusal)
                .addListener(keepAlive ? ChannelFutureListener.CLOSE_ON_FAILURE : ChannelFutureListener.CLOSE);
    }

    @Override
    protected Object newContinueResponse(HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
        Object response = super.newContinueResponse(start, maxContentLength, pipeline);
        if (!(response instanceof FullHttpResponse full)) {
            return response;
        }
        return switch (full.status().code()) {
            case 413 -> refusal(413, "the body is larger than " + HttpServer.LARGEST_BODY + " bytes");
            case 417 -> refusal(417, "Expect is not understood; allowed: 100-continue");
            default -> response;
        };
    }

    private static FullHttpResponse refusal(int status, String why) {
        HttpAnswer answer = HttpAnswer.error(status, why);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(answer.body()));
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        return response;
    }
}
