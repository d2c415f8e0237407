package io.gameday.reference.orders;

import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/// Ends the task in order on SIGTERM, but never later than [#PATIENCE] after it: whoever stops a task counts on that.
final class GracefulEnd {
    /// Below the two seconds that are promised, which leaves the virtual machine some time of its own.
    static final Duration PATIENCE = Duration.ofMillis(1500);

    private GracefulEnd() {
    }

    static void install(ConfigurableApplicationContext context) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(() -> end(context)));
    }

    private static void end(ConfigurableApplicationContext context) {
        Thread closing = Thread.ofPlatform().daemon().name("close").start(context::close);
        try {
            if (!closing.join(PATIENCE)) {
                System.err.println("requests were still running after " + PATIENCE.toMillis() + " ms; halting");
                Runtime.getRuntime().halt(143);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
