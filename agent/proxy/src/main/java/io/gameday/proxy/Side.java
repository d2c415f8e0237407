package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;

/// One socket of a connection: the client's or the server's.
final class Side extends ChannelInboundHandlerAdapter {

    private final Connection connection;
    /// What is read here.
    private final Flow out;
    /// What is written here.
    private final Flow in;
    private boolean failed;

    Side(Connection connection, Flow out, Flow in) {
        this.connection = connection;
        this.out = out;
        this.in = in;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        out.read((ByteBuf) message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        out.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        in.pace();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            out.end(End.FINISHED);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failed = true;
        if (!(cause instanceof IOException)) {
            // A mistake of ours: the end of the pipeline tells it. A reset by the peer is the other side's to see.
            context.fireExceptionCaught(cause);
        }
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        in.dispose();
        out.gone(failed ? End.RESET : End.CLOSED);
        connection.gone();
    }
}
