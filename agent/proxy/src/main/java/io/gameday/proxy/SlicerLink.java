package io.gameday.proxy;

import io.gameday.proxy.HeldData.Chunk;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/// Halves a chunk again and again, the cut displaced by chance, until each piece is small enough; lets time pass after
/// each piece.
final class SlicerLink extends HoldingLink {

    /// Pieces sent before others on the event loop get their turn.
    private static final int PIECES_PER_TURN = 64;

    private final RandomGenerator random;
    /// The lengths of the pieces of the first chunk that is held; empty while it is not cut yet.
    private final Deque<Integer> pieces = new ArrayDeque<>();
    private Slicer toxic;
    private long free;

    SlicerLink(Flow flow, Stage next, Slicer toxic, RandomGenerator random) {
        super(flow, next);
        this.toxic = toxic;
        this.random = random;
        free = now();
    }

    @Override
    void take(ByteBuf data, long arrived) {
        boolean first = data().isEmpty();
        data().add(data, arrived, 0);
        if (first) {
            due(now());
        }
    }

    @Override
    void due(long now) {
        int turn = 0;
        Chunk chunk = data().peek();
        while (chunk != null) {
            long ready = chunk.arrived() - free > 0 ? chunk.arrived() : free;
            if (ready - now > 0 || turn == PIECES_PER_TURN) {
                wakeAt(ready);
                return;
            }
            turn++;
            free = ready + toxic.delay() * 1000;
            next().chunk(piece(chunk.data().readableBytes()), ready);
            chunk = data().peek();
        }
        data().passEnd(next());
    }

    private ByteBuf piece(int left) {
        if (pieces.isEmpty()) {
            halve(left);
        }
        int length = pieces.removeFirst();
        return length == left ? data().remove().data() : data().removeSlice(length);
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
    void change(Toxic changed) {
        toxic = (Slicer) changed;
        pieces.clear();
        free = now();
        due(free);
    }
}
