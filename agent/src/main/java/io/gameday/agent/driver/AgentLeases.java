package io.gameday.agent.driver;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import io.gameday.proxy.Leases;
import io.gameday.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Leases on a Toxiproxy that knows none: this agent deletes the toxics by their names when a lease is over, and asks
/// again until they are gone. What of it an agent cannot do that is dead, the next one does.
///
/// ```
/// lease over (loop) ──► delete every `<lease>.…` (driver's thread) ──► failed: again in half a second
/// ```
final class AgentLeases implements LeaseKeeper {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final String ASKED = "taken away";

    private final ToxiproxyClient client;
    private final Clock clock;
    private final Executor loop;
    private final Executor thread;
    private final Leases leases;
    private final String name;

    /// @param loop   where the clock's tasks run
    /// @param thread where calls to the server may block; the one that this is called on too
    /// @param server how it is called in messages
    AgentLeases(ToxiproxyClient client, Clock clock, Executor loop, Executor thread, String server) {
        this.client = client;
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
            remove(id);
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
            remove(id);
        } catch (IOException notYet) {
            againSoon(id);
        }
    }

    private void againSoon(String id) {
        clock.at(AGAIN, () -> thread.execute(() -> removeUntilGone(id)));
    }

    /// @throws IOException when one may be left, naming it
    private void remove(String id) throws IOException {
        for (Toxic toxic : under(id)) {
            try {
                toxic.remove();
            } catch (IOException mayBeGone) {
                // Gone with its link, or still there: the second look tells.
                continue;
            }
        }
        List<Toxic> left = under(id);
        if (!left.isEmpty()) {
            throw new IOException(left.size() + " toxics are left: "
                    + String.join(", ", left.stream().map(Toxic::getName).distinct().toList()));
        }
    }

    private List<Toxic> under(String id) throws IOException {
        List<Toxic> found = new ArrayList<>();
        for (Proxy proxy : client.getProxies()) {
            if (LinkName.parse(proxy.getName()).isEmpty()) {
                continue;
            }
            for (Toxic toxic : toxics(proxy)) {
                if (toxic.getName().startsWith(id + ".")) {
                    found.add(toxic);
                }
            }
        }
        return found;
    }

    /// None of a link that was closed since the links were listed.
    private static List<? extends Toxic> toxics(Proxy proxy) throws IOException {
        try {
            return proxy.toxics().getAll();
        } catch (IOException failed) {
            if (String.valueOf(failed.getMessage()).contains("proxy not found")) {
                return List.of();
            }
            throw failed;
        }
    }

    private <T> T onLoop(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, loop).join();
    }
}
