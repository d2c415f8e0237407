package io.gameday.agent.driver;

import io.gameday.proxy.Leases;
import io.gameday.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Leases on what knows none, such as a Toxiproxy or a Chaos Monkey: this agent takes away what is under a lease when it
/// is over, and tries again until it is gone. What of it an agent cannot do that is dead, the next one does.
///
/// ```
/// lease over (loop) ──► take away what is under it (driver's thread) ──► failed: again in half a second
/// ```
final class AgentLeases implements LeaseKeeper {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final String ASKED = "taken away";

    private final Removal removal;
    private final Clock clock;
    private final Executor loop;
    private final Executor thread;
    private final Leases leases;
    private final String name;

    /// Takes away all that is under a lease.
    @FunctionalInterface
    interface Removal {
        /// @throws IOException when something may be left, naming it
        void of(String lease) throws IOException;
    }

    /// @param loop   where the clock's tasks run
    /// @param thread where calls to the server may block; the one that this is called on too
    /// @param server how it is called in messages
    AgentLeases(Removal removal, Clock clock, Executor loop, Executor thread, String server) {
        this.removal = removal;
        this.clock = clock;
        this.loop = loop;
        this.thread = thread;
        name = "the agent at " + server;
        leases = new Leases(clock, this::ended);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void grant(String id, Duration lease, Duration duration) throws IOException {
        boolean granted = onLoop(() -> {
            if (leases.holds(id)) {
                return false;
            }
            leases.grant(id, duration, lease);
            return true;
        });
        if (!granted) {
            throw new IOException("lease " + id + " is held already by " + name);
        }
    }

    @Override
    public boolean renew(String id) {
        return onLoop(() -> leases.renew(id));
    }

    @Override
    public void end(String id) throws IOException {
        onLoop(() -> leases.end(id, ASKED));
        try {
            removal.of(id);
        } catch (IOException notYet) {
            // Nothing else ends it from here on, whether whoever asked asks again or not.
            againSoon(id);
            throw notYet;
        }
    }

    @Override
    public void adopt(String id, Duration lease, Duration duration) throws IOException {
        grant(id, lease, duration);
    }

    private void ended(String id, String why) {
        if (!why.equals(ASKED)) {
            thread.execute(() -> removeUntilGone(id));
        }
    }

    private void removeUntilGone(String id) {
        try {
            removal.of(id);
        } catch (IOException notYet) {
            againSoon(id);
        }
    }

    private void againSoon(String id) {
        clock.at(AGAIN, () -> thread.execute(() -> removeUntilGone(id)));
    }

    private <T> T onLoop(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, loop).join();
    }
}
