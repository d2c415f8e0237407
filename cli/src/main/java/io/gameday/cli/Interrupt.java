package io.gameday.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Ctrl-C, SIGTERM and a parent that is gone while runs are played: the runs are stopped in order, and this process ends
/// only when the faults are gone and the reports written, with the exit code of the runs and not the signal's.
final class Interrupt implements AutoCloseable {

    /// Who stops the runs, as the journal names it.
    record Cause(String by, String why) {
    }

    private static final Cause SIGNAL = new Cause("Ctrl-C", "");
    private static final Cause PARENT = new Cause("the closed parent",
            "standard input ended, so the program that started this run is gone");

    /// Stopping a run proves faults gone within 15 s, reads the orders back and writes the report.
    private static final int PATIENCE_SECONDS = 90;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().name("interrupt").unstarted(this::interrupted);
    private @Nullable Consumer<Cause> stop;
    private @Nullable Cause cause;
    private boolean ending;
    private volatile int exitCode = ExitCodes.STOPPED;

    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// From now on an interrupt calls `action` from a thread of its own, or this call does when it came before.
    synchronized void onStop(Consumer<Cause> action) {
        stop = action;
        if (cause != null) {
            action.accept(cause);
        }
    }

    synchronized boolean requested() {
        return cause != null;
    }

    /// The program that started this one has closed our standard input, or is gone. Unlike after a signal the process
    /// ends by itself, with its runs.
    void parentClosed() {
        request(PARENT);
    }

    /// Stops what is played now, in order; this process goes on.
    synchronized void stopRun(Cause by) {
        if (stop != null && cause == null) {
            stop.accept(by);
        }
    }

    private synchronized void request(Cause by) {
        if (cause == null) {
            cause = by;
        }
        if (stop != null) {
            stop.accept(cause);
        }
    }

    private void interrupted() {
        synchronized (this) {
            ending = true;
            request(SIGNAL);
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

    private synchronized boolean ending() {
        return ending;
    }

    /// Everything is finished: an interrupted process may end now. Without an interrupt the hook is taken back.
    void finished(int code) {
        exitCode = code;
        finished.countDown();
    }

    @Override
    public void close() {
        finished.countDown();
        if (!ending()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // The interrupt came this very moment; the hook ends the process.
                return;
            }
        }
    }
}
