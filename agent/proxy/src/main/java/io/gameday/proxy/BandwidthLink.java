package io.gameday.proxy;

import io.gameday.proxy.HeldData.Chunk;
import io.netty.buffer.ByteBuf;

/// Each slice of at most a tenth of a second goes when it would have crossed a line of that rate. The times are counted
/// from the slice before and not from when its timer ran, so the error of one is made good by the next.
final class BandwidthLink extends Link {

    private static final long BYTES_PER_KB = 1000;
    private static final long MILLIS_PER_SLICE = 100;

    /// Beyond any line: keeps the sums below from overflowing.
    private static final long FASTEST = 10_000_000;

    /// What waits is to last for longer than a late timer, or a fast line would run dry.
    private static final long MILLIS_HELD = 20;
    private static final int MOST_HELD = 4 * 1024 * 1024;

    private final HeldData held = new HeldData();
    private long rate;
    private long free;
    private int slice;
    private long sliceDue;

    BandwidthLink(Flow flow, Stage next, Bandwidth toxic) {
        super(flow, next);
        rate = Math.min(toxic.rate(), FASTEST);
        free = now();
    }

    @Override
    void take(ByteBuf data, long arrived) {
        boolean first = held.isEmpty();
        held.add(data, arrived, 0);
        if (first) {
            plan();
        }
    }

    /// When the next slice may go.
    private void plan() {
        Chunk chunk = held.peek();
        if (chunk == null || rate == 0) {
            sleep();
            return;
        }
        slice = (int) Math.min(chunk.data().readableBytes(), rate * BYTES_PER_KB / 1000 * MILLIS_PER_SLICE);
        long start = chunk.arrived() - free > 0 ? chunk.arrived() : free;
        sliceDue = start + nanos(slice) / rate;
        wakeAt(sliceDue);
    }

    @Override
    void due(long now) {
        while (!held.isEmpty() && rate > 0 && sliceDue - now <= 0) {
            free = sliceDue;
            Chunk chunk = held.peek();
            boolean whole = chunk != null && slice == chunk.data().readableBytes();
            next().chunk(whole ? held.remove().data() : held.removeSlice(slice), sliceDue);
            plan();
        }
        held.passEnd(next());
    }

    @Override
    void takeEnd(End end) {
        held.end(end);
        held.passEnd(next());
    }

    @Override
    void change(Toxic changed) {
        rate = Math.min(((Bandwidth) changed).rate(), FASTEST);
        free = now();
        plan();
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
        return held.bytes() >= Math.clamp(rate * MILLIS_HELD * BYTES_PER_KB / 1000, HELD, MOST_HELD);
    }

    @Override
    void dispose() {
        super.dispose();
        held.release();
    }
}
