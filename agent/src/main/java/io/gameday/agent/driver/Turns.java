package io.gameday.agent.driver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A thread for calls that block, so that one fault's calls do not overtake each other. Safe for use by several threads.
final class Turns implements Executor, AutoCloseable {

    /// All calls of one answer together.
    private static final Duration LONGEST = HostLink.LONGEST.minusMillis(500);

    private final String server;
    private final ExecutorService thread;

    /// @param name   of the thread
    /// @param server how messages call whoever is asked
    Turns(String name, String server) {
        this.server = server;
        thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
    }

    void answer(Consumer<DriverAnswer> then, Supplier<DriverAnswer> work) {
        CompletableFuture.supplyAsync(work, thread).orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> new DriverAnswer.InDoubt(failure instanceof TimeoutException
                        ? server + " did not answer within " + LONGEST.toMillis() + " ms"
                        : "the driver failed: " + failure))
                .thenAccept(then);
    }

    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
