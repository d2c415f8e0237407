package io.gameday.proxy.api;

import io.gameday.proxy.Leases;
import io.gameday.proxy.NamedToxic;
import io.gameday.proxy.Proxies;
import io.gameday.proxy.Proxy;
import io.gameday.proxy.RequestFault;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Which toxics and request faults end by themselves. Those whose name begins with `<id>.` belong to the lease of that
/// id; when it ends, by a call or by our own clock, they are taken away at once. An id that has ended is remembered, so
/// that a call which was on its way for long cannot bring its fault back.
///
/// Calls come from the API, ends from the loop of the clock: one lock holds them apart.
final class LeaseBook {

    private static final int REMEMBERED = 1000;

    private final Proxies proxies;
    private final Consumer<String> audit;
    private final Leases leases;
    private final Map<String, Ended> ended = new LinkedHashMap<>();

    LeaseBook(Clock clock, Proxies proxies, Consumer<String> audit) {
        this.proxies = proxies;
        this.audit = audit;
        this.leases = new Leases(new LockedClock(clock, this), this::taken);
    }

    /// Grants a lease.
    ///
    /// @throws Refusal 409 when the id is held, or was
    synchronized void grant(String id, Duration lease, Duration duration) throws Refusal {
        leases.endOver();
        if (leases.holds(id)) {
            throw new Refusal(409, "lease " + id + " is held already; renew it or use another id");
        }
        refuseEnded(id);
        leases.grant(id, duration, lease);
    }

    synchronized boolean renew(String id) {
        return leases.renew(id);
    }

    /// Ends the lease, whether it is held or not: from now on nothing can be added under its id.
    ///
    /// @return what was taken away, now or when it ended
    synchronized Ended end(String id) {
        if (!leases.end(id, "taken away") && !ended.containsKey(id)) {
            taken(id, "taken away before it was granted");
        }
        return Optional.ofNullable(ended.get(id)).orElseThrow();
    }

    synchronized Optional<Leases.Held> held(String id) {
        return held().stream().filter(held -> held.id().equals(id)).findFirst();
    }

    synchronized List<Leases.Held> held() {
        leases.endOver();
        return leases.held();
    }

    /// Runs `add`, which adds something called `name`, so that no lease can end in between.
    ///
    /// @throws Refusal 409 when the lease that it would belong to has ended
    synchronized <E extends Exception> void adding(String name, Adding<E> add) throws Refusal, E {
        leases.endOver();
        int dot = name.indexOf('.');
        if (dot > 0 && !leases.holds(name.substring(0, dot))) {
            refuseEnded(name.substring(0, dot));
        }
        add.add();
    }

    private void refuseEnded(String id) throws Refusal {
        Ended before = ended.get(id);
        if (before != null) {
            throw new Refusal(409, "lease " + id + " has ended: " + before.why() + "; use another id");
        }
    }

    private synchronized void taken(String id, String why) {
        List<Taken> taken = new ArrayList<>();
        String prefix = id + ".";
        for (Proxy proxy : proxies.all()) {
            String of = proxy.name();
            proxy.toxics().stream().map(NamedToxic::name).filter(name -> name.startsWith(prefix)).filter(proxy::remove)
                    .forEach(name -> taken.add(new Taken(of, "toxic", name)));
            proxy.requestFaults().stream().map(RequestFault::name).filter(name -> name.startsWith(prefix))
                    .filter(proxy::removeRequestFault).forEach(name -> taken.add(new Taken(of, "request", name)));
        }
        ended.put(id, new Ended(why, List.copyOf(taken)));
        if (ended.size() > REMEMBERED) {
            ended.remove(ended.keySet().iterator().next());
        }
        audit.accept("lease " + id + " ended: " + why + "; " + taken.size() + " taken away");
    }

    /// @param kind `toxic` or `request`
    record Taken(String proxy, String kind, String name) {
    }

    record Ended(String why, List<Taken> taken) {
    }

    @FunctionalInterface
    interface Adding<E extends Exception> {
        void add() throws E;
    }
}
