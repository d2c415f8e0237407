package io.gameday.agent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Waits for what is promised, with a deadline far beyond it.
final class Await {

    static final Duration LONG = Duration.ofSeconds(40);

    private Await() {
    }

    /// What `ask` is told.
    static <T> T answer(Consumer<Consumer<T>> ask) {
        CompletableFuture<T> told = new CompletableFuture<>();
        ask.accept(told::complete);
        try {
            return told.get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer within " + LONG, e);
        }
    }

    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + LONG + ": " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
