package io.gameday.proxy;

/// A link that lets data wait: what it holds is passed on when the toxic goes away, and let go when the connection does.
abstract class HoldingLink extends Link {

    private final HeldData held;

    HoldingLink(Flow flow, Stage next) {
        super(flow, next);
        held = new HeldData(flow.memory());
    }

    final HeldData data() {
        return held;
    }

    @Override
    void takeEnd(End end) {
        held.end(end);
        held.passEnd(next());
    }

    @Override
    final void stop() {
        sleep();
        held.passAll(next(), now());
    }

    @Override
    final boolean held() {
        return !held.isEmpty();
    }

    @Override
    boolean full() {
        return held.bytes() >= HELD;
    }

    @Override
    final void dispose() {
        super.dispose();
        held.release();
    }
}
