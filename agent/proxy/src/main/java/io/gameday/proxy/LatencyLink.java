package io.gameday.proxy;

import io.gameday.proxy.HeldData.Chunk;
import io.netty.buffer.ByteBuf;
import java.util.random.RandomGenerator;

/// A pipeline: each chunk goes when its own delay is over, but never before the one that came before it.
final class LatencyLink extends HoldingLink {

    /// As Toxiproxy: so many chunks may be under way.
    private static final int CHUNKS = 1024;

    /// Enough for 40 MB/s at 100 ms; beyond it the sender has to wait, so that memory stays bounded.
    private static final int BYTES = 4 * 1024 * 1024;

    private final RandomGenerator random;
    private Latency toxic;
    private long lastDue;

    LatencyLink(Flow flow, Stage next, Latency toxic, RandomGenerator random) {
        super(flow, next);
        this.toxic = toxic;
        this.random = random;
        lastDue = now();
    }

    @Override
    void take(ByteBuf data, long arrived) {
        boolean first = data().isEmpty();
        long due = dueOf(arrived);
        data().add(data, arrived, due);
        if (first) {
            wakeAt(due);
        }
    }

    private long dueOf(long arrived) {
        long jitter = toxic.jitter() == 0 ? 0 : random.nextLong(-toxic.jitter(), toxic.jitter());
        long due = arrived + nanos(toxic.latency() + jitter);
        if (due - lastDue > 0) {
            lastDue = due;
        }
        return lastDue;
    }

    @Override
    void due(long now) {
        Chunk chunk = data().peek();
        while (chunk != null && chunk.due() - now <= 0) {
            data().remove();
            // The next toxic counts from when this one meant it to go: timers that are late do not add up.
            next().chunk(chunk.data(), chunk.due());
            chunk = data().peek();
        }
        if (chunk != null) {
            wakeAt(chunk.due());
        }
        data().passEnd(next());
    }

    @Override
    void change(Toxic changed) {
        toxic = (Latency) changed;
        lastDue = now();
        data().reschedule(this::dueOf);
        due(now());
    }

    @Override
    boolean full() {
        return data().size() >= CHUNKS || data().bytes() >= flow().memory().share(BYTES);
    }
}
