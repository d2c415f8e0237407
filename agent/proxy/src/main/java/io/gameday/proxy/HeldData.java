package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Chunks that wait, in their order, and the end behind them.
final class HeldData {

    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private @Nullable End end;
    private long bytes;

    /// @param due when it may go, in ticks; what it means is the link's business
    record Chunk(ByteBuf data, long arrived, long due) {
    }

    void add(ByteBuf data, long arrived, long due) {
        chunks.addLast(new Chunk(data, arrived, due));
        bytes += data.readableBytes();
    }

    void end(End how) {
        end = how;
    }

    /// The first chunk; null when there is none.
    @Nullable
    Chunk peek() {
        return chunks.peekFirst();
    }

    /// The last chunk; null when there is none.
    @Nullable
    Chunk peekLast() {
        return chunks.peekLast();
    }

    Chunk remove() {
        Chunk chunk = chunks.removeFirst();
        bytes -= chunk.data.readableBytes();
        return chunk;
    }

    /// The first `length` bytes of the first chunk, which has more than those.
    ByteBuf removeSlice(int length) {
        bytes -= length;
        return chunks.getFirst().data.readRetainedSlice(length);
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    int size() {
        return chunks.size();
    }

    long bytes() {
        return bytes;
    }

    /// Passes the end on when nothing waits before it.
    void passEnd(Stage next) {
        End how = end;
        if (how != null && chunks.isEmpty()) {
            end = null;
            next.end(how);
        }
    }

    void passAll(Stage next, long now) {
        while (!chunks.isEmpty()) {
            next.chunk(remove().data, now);
        }
        passEnd(next);
    }

    /// Gives every chunk a new time to go.
    void reschedule(Rescheduling rescheduling) {
        int count = chunks.size();
        for (int i = 0; i < count; i++) {
            Chunk chunk = chunks.removeFirst();
            chunks.addLast(new Chunk(chunk.data, chunk.arrived, rescheduling.due(chunk.arrived)));
        }
    }

    void release() {
        end = null;
        while (!chunks.isEmpty()) {
            remove().data.release();
        }
    }

    interface Rescheduling {
        long due(long arrived);
    }
}
