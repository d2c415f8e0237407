package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Chunks that wait, in their order, and the end behind them.
final class HeldData {

    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private @Nullable End end;
    private final HeldMemory memory;
    private long bytes;

    HeldData(HeldMemory memory) {
        this.memory = memory;
    }

    private void count(long change) {
        bytes += change;
        memory.add(change);
    }

    /// @param due when it may go, in ticks; what it means is the link's business
    record Chunk(ByteBuf data, long arrived, long due) {
    }

    void add(ByteBuf data, long arrived, long due) {
        chunks.addLast(new Chunk(data, arrived, due));
        count(data.readableBytes());
    }

    /// Puts back what is to come before everything else.
    void addFirst(ByteBuf data, long arrived) {
        chunks.addFirst(new Chunk(data, arrived, 0));
        count(data.readableBytes());
    }

    void end(End how) {
        end = how;
    }

    boolean ended() {
        return end != null;
    }

    /// The first chunk; null when there is none.
    @Nullable
    Chunk peek() {
        return chunks.peekFirst();
    }

    Chunk remove() {
        Chunk chunk = chunks.removeFirst();
        count(-chunk.data.readableBytes());
        return chunk;
    }

    /// The first `length` bytes of the first chunk, which has more than those.
    ByteBuf removeSlice(int length) {
        count(-length);
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
