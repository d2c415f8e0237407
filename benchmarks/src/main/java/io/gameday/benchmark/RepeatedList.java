package io.gameday.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/// Asks for the list of proxies again and again, and remembers the slowest answer.
final class RepeatedList implements Runnable {

    private static final int PAUSE_MILLIS = 20;

    private final ToxicApi api;
    private final Duration limit;
    private volatile boolean stopped;
    private volatile double slowest;

    RepeatedList(ToxicApi api, Duration limit) {
        this.api = api;
        this.limit = limit;
    }

    @Override
    public void run() {
        while (!stopped) {
            long begun = System.nanoTime();
            try {
                api.list(limit);
                Thread.sleep(PAUSE_MILLIS);
            } catch (HttpTimeoutException none) {
                slowest = Double.POSITIVE_INFINITY;
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                return;
            }
            slowest = Math.max(slowest, (System.nanoTime() - begun) / 1e9 - PAUSE_MILLIS / 1e3);
        }
    }

    void stop() {
        stopped = true;
    }

    /// Infinite when one was not answered within the limit.
    double slowestSeconds() {
        return slowest;
    }
}
