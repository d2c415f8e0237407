package io.gameday.proxy;

import io.netty.buffer.ByteBuf;

/// Data passes; the end waits.
final class SlowCloseLink extends Link {

    private final HeldData held;
    private SlowClose toxic;
    private boolean waiting;

    SlowCloseLink(Flow flow, Stage next, SlowClose toxic) {
        super(flow, next);
        held = new HeldData(flow.memory());
        this.toxic = toxic;
    }

    @Override
    void take(ByteBuf data, long arrived) {
        next().chunk(data, arrived);
    }

    @Override
    void takeEnd(End end) {
        held.end(end);
        waiting = true;
        wakeAt(now() + nanos(toxic.delay()));
    }

    @Override
    void due(long now) {
        waiting = false;
        held.passEnd(next());
    }

    @Override
    void change(Toxic changed) {
        toxic = (SlowClose) changed;
        if (waiting) {
            wakeAt(now() + nanos(toxic.delay()));
        }
    }

    @Override
    void stop() {
        sleep();
        held.passEnd(next());
    }
}
