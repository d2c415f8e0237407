package io.gameday.report;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Something that is found out on another core while this one goes on.
final class Beside<T> {

    private final FutureTask<T> task;

    private Beside(Supplier<T> what) {
        task = new FutureTask<>(what::get);
    }

    /// Begins at once.
    static <T> Beside<T> begin(Supplier<T> what) {
        Beside<T> beside = new Beside<>(what);
        Thread.ofPlatform().daemon().start(beside.task);
        return beside;
    }

    /// What came out, or what was thrown, as if it were done here.
    T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException("What was found out beside ended with " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the documents were made; make them again", e);
        }
    }
}
