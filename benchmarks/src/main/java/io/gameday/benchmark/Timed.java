package io.gameday.benchmark;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A call on a thread of its own and how long it took.
final class Timed {

    private final CompletableFuture<Double> seconds = new CompletableFuture<>();

    private Timed() {
    }

    static Timed start(Call call) {
        Timed timed = new Timed();
        Thread.ofPlatform().daemon().name("call").start(() -> {
            long begun = System.nanoTime();
            try {
                call.run();
                timed.seconds.complete((System.nanoTime() - begun) / 1e9);
            } catch (IOException | InterruptedException failed) {
                timed.seconds.completeExceptionally(failed);
            }
        });
        return timed;
    }

    /// Whether it is over, in order or not.
    boolean done() {
        return seconds.isDone();
    }

    /// Null when there was no answer.
    @Nullable
    Double secondsWithin(long nanos) throws InterruptedException {
        try {
            return seconds.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException none) {
            return null;
        }
    }

    @FunctionalInterface
    interface Call {
        void run() throws IOException, InterruptedException;
    }
}
