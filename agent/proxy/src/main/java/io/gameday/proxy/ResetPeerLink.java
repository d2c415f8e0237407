package io.gameday.proxy;

import io.netty.buffer.ByteBuf;

/// The first chunk or the end begins the wait, after which both peers see a reset. What comes meanwhile is kept: when
/// the toxic goes away during the wait, the connection lives on whole.
final class ResetPeerLink extends HoldingLink {

    private ResetPeer toxic;
    private boolean waiting;

    ResetPeerLink(Flow flow, Stage next, ResetPeer toxic) {
        super(flow, next);
        this.toxic = toxic;
    }

    @Override
    void take(ByteBuf data, long arrived) {
        data().add(data, arrived, 0);
        triggered();
    }

    @Override
    void takeEnd(End end) {
        data().end(end);
        triggered();
    }

    private void triggered() {
        if (!waiting) {
            waiting = true;
            begin();
        }
    }

    private void begin() {
        if (toxic.timeout() == 0) {
            flow().connection().reset();
        } else {
            wakeAt(now() + nanos(toxic.timeout()));
        }
    }

    @Override
    void due(long now) {
        flow().connection().reset();
    }

    @Override
    void change(Toxic changed) {
        toxic = (ResetPeer) changed;
        if (waiting) {
            begin();
        }
    }
}
