package io.gameday.agent;

import io.gameday.process.ParentWatch;
import io.gameday.process.ProcessIdentity;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The agent's process: `AgentMain <run folder> <run id> <app folder> --host=H:P --control-plane=H:P` and limits.
/// It takes its run's ledger over, serves, and when its standard input ends, which is when its controller is gone, takes
/// every fault away, proves that, and ends.
public final class AgentMain {

    private static final int ALL_GONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int NOT_CONFIRMED_GONE = 7;

    private AgentMain() {
    }

    public static void main(String[] arguments) {
        AgentSetup setup;
        try {
            setup = AgentSetup.parse(List.of(arguments));
        } catch (IllegalArgumentException usage) {
            System.err.println(usage.getMessage());
            System.exit(USAGE);
            return;
        }
        RealClock clock = new RealClock("agent", Throwable::printStackTrace);
        clock.execute(() -> {
            try {
                start(setup, clock);
            } catch (IOException | RuntimeException failure) {
                System.err.println("The agent of run " + setup.run() + " cannot start: " + failure);
                System.exit(FAILED);
            }
        });
        // The loop's thread is a daemon; this one keeps the process until it exits by itself.
        keepAlive();
    }

    private static void keepAlive() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(AgentSetup setup, RealClock clock) throws IOException {
        RunningAgent running = RunningAgent.start(setup, clock, controller(), System.err::println);
        ParentWatch.whenParentEnds(() -> clock.execute(() -> running.agent().closeAll("the controller is gone",
                gone -> System.exit(gone ? ALL_GONE : NOT_CONFIRMED_GONE))));
        ParentWatch.ready(Map.of("agent", "127.0.0.1:" + running.address().getPort()));
    }

    private static @Nullable ProcessIdentity controller() {
        return ProcessHandle.current().parent().flatMap(parent -> ProcessIdentity.of(parent.pid())).orElse(null);
    }
}
