package io.gameday.proxy;

import java.util.concurrent.atomic.AtomicLong;

/// What toxics hold over all connections. While that is little, each connection may hold much; when many hold data at
/// once, each gets less and its sender waits.
final class HeldMemory {

    private static final long PLENTY = Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 4);

    private final AtomicLong bytes = new AtomicLong();

    void add(long count) {
        bytes.addAndGet(count);
    }

    long bytes() {
        return bytes.get();
    }

    /// So many bytes one direction may hold now, if it would like to hold `wanted`.
    long share(long wanted) {
        return bytes.get() < PLENTY ? wanted : Math.min(wanted, Link.HELD);
    }
}
