package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What one toxic does to one direction of one connection.
abstract class Link extends Hop {

    /// What a link that lets data wait may hold before the sender is read no more.
    static final int HELD = 64 * 1024;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Flow flow;
    private @Nullable Future<?> timer;
    private boolean over;

    Link(Flow flow, Stage next) {
        super(next);
        this.flow = flow;
    }

    /// Null for what does nothing.
    static @Nullable Link of(Toxic toxic, Flow flow, Stage next, RandomGenerator random) {
        return switch (toxic) {
            case Latency latency -> new LatencyLink(flow, next, latency, random);
            case Bandwidth bandwidth -> new BandwidthLink(flow, next, bandwidth);
            case SlowClose slowClose -> new SlowCloseLink(flow, next, slowClose);
            case Timeout timeout -> new TimeoutLink(flow, next, timeout);
            case ResetPeer resetPeer -> new ResetPeerLink(flow, next, resetPeer);
            case Slicer slicer -> new SlicerLink(flow, next, slicer, random);
            case LimitData limitData -> new LimitDataLink(flow, next, limitData);
            case Noop _ -> null;
        };
    }

    final Flow flow() {
        return flow;
    }

    final long now() {
        return flow.now();
    }

    static long nanos(long millis) {
        return millis * NANOS_PER_MILLI;
    }

    /// Called once, when it is in its place.
    void start() {
    }

    /// Data that came, to pass on, keep or release.
    abstract void take(ByteBuf data, long arrived);

    /// The end came; nothing follows.
    abstract void takeEnd(End end);

    /// The toxic was changed; it is of the same kind.
    abstract void change(Toxic toxic);

    /// The time asked for by [#wakeAt] has come.
    void due(long now) {
    }

    /// The toxic goes away: passes on what is held.
    abstract void stop();

    /// Whether data is held.
    boolean held() {
        return false;
    }

    @Override
    final void chunk(ByteBuf data, long arrived) {
        if (over) {
            data.release();
        } else {
            take(data, arrived);
        }
    }

    @Override
    final void end(End end) {
        if (!over) {
            over = true;
            takeEnd(end);
        }
    }

    /// Ends the data here, whatever the sender still sends.
    final void cut(End end) {
        over = true;
        next().end(end);
    }

    /// Calls [#due] then, and no more at the time asked for before.
    final void wakeAt(long tick) {
        sleep();
        timer = flow.later(tick - now(), this::woken);
    }

    final void sleep() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void woken() {
        timer = null;
        due(now());
    }

    @Override
    void dispose() {
        over = true;
        sleep();
    }
}
