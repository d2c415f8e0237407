package io.gameday.reference.orders;

import io.gameday.reference.orders.process.ChildProcess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The end of a revision with [Defect#CRASH]: at once, whatever it is working on, as an unhandled failure in native
/// code would have it.
final class Crash {
    /// Between the ready line and the end.
    static final Duration DELAY = Duration.ofSeconds(3);

    private Crash() {
    }

    static void install(@Nullable Defect defect) {
        if (defect == Defect.CRASH) {
            Thread.ofPlatform().daemon().name("crash").start(Crash::end);
        }
    }

    private static void end() {
        try {
            Thread.sleep(DELAY);
        } catch (InterruptedException ending) {
            // Nobody interrupts this thread but the end of the process.
            return;
        }
        System.err.println("the revision crashed");
        Runtime.getRuntime().halt(ChildProcess.CRASHED);
    }
}
