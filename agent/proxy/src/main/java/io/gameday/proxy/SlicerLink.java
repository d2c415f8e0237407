package io.gameday.proxy;

import io.gameday.proxy.HeldData.Chunk;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/// Halves a chunk again and again, the cut displaced by chance, until each piece is small enough; lets time pass after
/// each piece.
final class SlicerLink extends Link {

    /// Pieces sent before others on the event loop get their turn.
    private static final int PIECES_PER_TURN = 64;

    private final RandomGenerator random;
    private final HeldData held;
    /// The lengths of the pieces of the first chunk that is held; empty while it is not cut yet.
    private final Deque<Integer> pieces = new ArrayDeque<>();
    private Slicer toxic;
    private long free;

    SlicerLink(Flow flow, Stage next, Slicer toxic, RandomGenerator random) {
        super(flow, next);
        held = new HeldData(flow.memory());
        this.toxic = toxic;
        this.random = random;
        free = now();
    }

    @Override
    void take(ByteBuf data, long arrived) {
        boolean first = held.isEmpty();
        held.add(data, arrived, 0);
        if (first) {
            due(now());
        }
    }

    @Override
    void due(long now) {
        int turn = 0;
        Chunk chunk = held.peek();
        while (chunk != null) {
            long ready = chunk.arrived() - free > 0 ? chunk.arrived() : free;
            if (ready - now > 0 || turn == PIECES_PER_TURN) {
                wakeAt(ready);
                return;
            }
            turn++;
            free = ready + toxic.delay() * 1000;
            next().chunk(piece(chunk.data().readableBytes()), ready);
            chunk = held.peek();
        }
        held.passEnd(next());
    }

    private ByteBuf piece(int left) {
        if (pieces.isEmpty()) {
            halve(left);
        }
        int length = pieces.removeFirst();
        return length == left ? held.remove().data() : held.removeSlice(length);
    }

    private void halve(int length) {
        if (length - toxic.averageSize() <= toxic.sizeVariation()) {
            pieces.addLast(length);
            return;
        }
        int variation = (int) toxic.sizeVariation();
        int left = length / 2 + (variation == 0 ? 0 : random.nextInt(-variation, variation));
        halve(left);
        halve(length - left);
    }

    @Override
    void takeEnd(End end) {
        held.end(end);
        held.passEnd(next());
    }

    @Override
    void change(Toxic changed) {
        toxic = (Slicer) changed;
        pieces.clear();
        free = now();
        due(free);
    }

    @Override
    void stop() {
        sleep();
        held.passAll(next(), now());
    }

    @Override
    boolean held() {
        return !held.isEmpty();
    }

    @Override
    boolean full() {
        return held.bytes() >= HELD;
    }

    @Override
    void dispose() {
        super.dispose();
        held.release();
    }
}
