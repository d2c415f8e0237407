package io.gameday.proxy;

import io.netty.buffer.ByteBuf;

/// Drops everything. Once a byte is lost, the stream can never be whole again: when the toxic goes away, that connection
/// is closed.
final class TimeoutLink extends Link {

    private final HeldData held;
    private Timeout toxic;
    private boolean lost;
    private boolean over;

    TimeoutLink(Flow flow, Stage next, Timeout toxic) {
        super(flow, next);
        held = new HeldData(flow.memory());
        this.toxic = toxic;
    }

    @Override
    void start() {
        watch();
    }

    private void watch() {
        if (toxic.timeout() > 0 && !over) {
            wakeAt(now() + nanos(toxic.timeout()));
        } else {
            sleep();
        }
    }

    @Override
    void take(ByteBuf data, long arrived) {
        lost |= data.isReadable();
        data.release();
        watch();
    }

    /// Not seen by the receiver either, while the toxic lasts.
    @Override
    void takeEnd(End end) {
        held.end(end);
    }

    @Override
    void due(long now) {
        over = true;
        held.release();
        cut(End.CLOSED);
    }

    @Override
    void change(Toxic changed) {
        toxic = (Timeout) changed;
        watch();
    }

    @Override
    void stop() {
        sleep();
        if (lost && !over) {
            held.release();
            cut(End.CLOSED);
            flow().connection().closeSoon();
        } else {
            held.passEnd(next());
        }
    }

    @Override
    void dispose() {
        super.dispose();
        over = true;
    }
}
