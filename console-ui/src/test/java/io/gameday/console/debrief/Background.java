package io.gameday.console.debrief;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;

/// Threads that a test outlives: nothing is written into its folder any more once they have ended.
final class Background implements Executor, AutoCloseable {

    private final Phaser atWork = new Phaser(1);
    private volatile boolean closed;

    /// What is asked for after the end is not done.
    @Override
    public void execute(Runnable task) {
        atWork.register();
        if (closed) {
            atWork.arriveAndDeregister();
            return;
        }
        Thread.ofVirtual().start(() -> {
            try {
                task.run();
            } finally {
                atWork.arriveAndDeregister();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        atWork.arriveAndAwaitAdvance();
    }
}
