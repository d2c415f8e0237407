package io.gameday.proxy;

import io.gameday.proxy.HeldData.Chunk;
import io.netty.buffer.ByteBuf;

/// Each slice of at most a tenth of a second goes when it would have crossed a line of that rate. The times are counted
/// from the slice before and not from when its timer ran, so the error of one is made good by the next.
final class BandwidthLink extends HoldingLink {

    private static final long MILLIS_PER_SLICE = 100;

    /// Beyond any line: keeps the sums below from overflowing.
    private static final long FASTEST = 10_000_000;

    /// What waits is to last for longer than a late timer, or a fast line would run dry.
    private static final long MILLIS_HELD = 20;
    private static final int MOST_HELD = 4 * 1024 * 1024;

    /// Bytes per millisecond, which is what 1000 bytes per second are.
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
        boolean first = data().isEmpty();
        data().add(data, arrived, 0);
        if (first && plan()) {
            wakeAt(sliceDue);
        }
    }

    /// Says when the next slice may go; false when none may.
    private boolean plan() {
        Chunk chunk = data().peek();
        if (chunk == null || rate == 0) {
            return false;
        }
        slice = (int) Math.min(chunk.data().readableBytes(), rate * MILLIS_PER_SLICE);
        long start = chunk.arrived() - free > 0 ? chunk.arrived() : free;
        sliceDue = start + nanos(slice) / rate;
        return true;
    }

    @Override
    void due(long now) {
        while (plan()) {
            if (sliceDue - now > 0) {
                wakeAt(sliceDue);
                return;
            }
            free = sliceDue;
            Chunk chunk = data().peek();
            boolean whole = chunk != null && slice == chunk.data().readableBytes();
            next().chunk(whole ? data().remove().data() : data().removeSlice(slice), sliceDue);
        }
        data().passEnd(next());
    }

    @Override
    void change(Toxic changed) {
        rate = Math.min(((Bandwidth) changed).rate(), FASTEST);
        free = now();
        sleep();
        due(free);
    }

    @Override
    boolean full() {
        return data().bytes() >= flow().memory().share(Math.clamp(rate * MILLIS_HELD, HELD, MOST_HELD));
    }
}
