package io.gameday.proxy;

import io.netty.buffer.ByteBuf;

/// Counts what passes, and closes behind the last byte allowed.
final class LimitDataLink extends Link {

    private LimitData toxic;
    private long passed;

    LimitDataLink(Flow flow, Stage next, LimitData toxic) {
        super(flow, next);
        this.toxic = toxic;
    }

    @Override
    void take(ByteBuf data, long arrived) {
        long left = Math.max(0, toxic.bytes() - passed);
        int length = data.readableBytes();
        if (length < left) {
            passed += length;
            next().chunk(data, arrived);
            return;
        }
        passed += left;
        if (left == 0) {
            data.release();
        } else {
            next().chunk(data.writerIndex(data.readerIndex() + (int) left), arrived);
        }
        cut(End.CLOSED);
    }

    @Override
    void takeEnd(End end) {
        next().end(end);
    }

    @Override
    void change(Toxic changed) {
        toxic = (LimitData) changed;
    }

    @Override
    void stop() {
        // Nothing is held.
    }
}
