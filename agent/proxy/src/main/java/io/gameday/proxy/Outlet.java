package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.TimeUnit;

/// The last stage: the socket of the receiver.
final class Outlet extends Stage {

    private final Connection connection;
    private final SocketChannel socket;
    private boolean unflushed;
    private boolean eachFlushed;
    private boolean over;
    private boolean finished;
    private long sent;
    private End least = End.FINISHED;

    Outlet(Connection connection, SocketChannel socket) {
        this.connection = connection;
        this.socket = socket;
    }

    @Override
    void chunk(ByteBuf data, long arrived) {
        if (over || !socket.isActive()) {
            data.release();
            return;
        }
        sent += data.readableBytes();
        if (eachFlushed) {
            socket.writeAndFlush(data, socket.voidPromise());
        } else {
            socket.write(data, socket.voidPromise());
            unflushed = true;
        }
    }

    /// Whether pieces are written one by one, so that somebody cut them for a reason.
    void flushEach(boolean each) {
        eachFlushed = each;
    }

    void flush() {
        if (unflushed) {
            unflushed = false;
            socket.flush();
        }
    }

    @Override
    void end(End end) {
        if (over) {
            return;
        }
        over = true;
        unflushed = false;
        End how = end.compareTo(least) > 0 ? end : least;
        socket.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            finished = true;
            finish(how.compareTo(least) > 0 ? how : least);
        });
    }

    /// The sender is gone altogether: whatever end comes out of the chain, this one is meant.
    void atLeast(End end) {
        least = end;
        if (finished) {
            finish(end);
        }
    }

    private void finish(End end) {
        switch (end) {
            case FINISHED -> {
                if (socket.isActive()) {
                    socket.shutdownOutput();
                }
                connection.finished();
            }
            case CLOSED -> socket.close();
            case RESET -> Connection.reset(socket);
        }
    }

    /// Bytes written so far, whether they have left or not.
    long sent() {
        return sent;
    }

    boolean finished() {
        return finished;
    }

    /// Closes the connection when what was written until now has not left within `millis`: its receiver does not read.
    void leaveWithin(long millis) {
        if (!socket.isActive()) {
            return;
        }
        var gone = socket.writeAndFlush(Unpooled.EMPTY_BUFFER);
        unflushed = false;
        if (!gone.isDone()) {
            socket.eventLoop().schedule(() -> {
                if (!gone.isDone()) {
                    connection.close();
                }
            }, millis, TimeUnit.MILLISECONDS);
        }
    }
}
