package io.gameday.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ctrl-C and SIGTERM while runs are played: the runs are stopped in order, and this process ends only when the faults
/// are gone and the reports written, with the exit code of the runs and not the signal's.
final class Interrupt implements AutoCloseable {

    /// Stopping a run proves faults gone within 15 s, reads the orders back and writes the report.
    private static final int PATIENCE_SECONDS = 90;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("interrupt").unstarted(this::interrupted);
    private @Nullable Runnable stop;
    private boolean requested;
    private volatile int exitCode = ExitCodes.STOPPED;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// From now on an interrupt calls `action` from a thread of its own, or this call does when it came before.
    synchronized void onStop(Runnable action) {
        stop = action;
        if (requested) {
            action.run();
        }
    }

    synchronized boolean requested() {
        return requested;
    }

    private void interrupted() {
        synchronized (this) {
            requested = true;
            if (stop != null) {
                stop.run();
            }
        }
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("gameday: the run did not end within " + PATIENCE_SECONDS
                        + " s of the interrupt; its faults end by their leases. Check with: gameday recover");
                exitCode = ExitCodes.FAULT_NOT_GONE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    /// Everything is finished: an interrupted process may end now. Without an interrupt the hook is taken back.
    void finished(int code) {
        exitCode = code;
        finished.countDown();
    }

    @Override
    public void close() {
        finished.countDown();
        if (!requested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // The interrupt came this very moment; the hook ends the process.
                return;
            }
        }
    }
}
