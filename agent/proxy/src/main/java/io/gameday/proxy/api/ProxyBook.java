package io.gameday.proxy.api;

import io.gameday.proxy.NameTakenException;
import io.gameday.proxy.NamedToxic;
import io.gameday.proxy.Proxies;
import io.gameday.proxy.Proxy;
import io.gameday.proxy.ProxySpec;
import io.gameday.proxy.RequestFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Adds, changes and replaces proxies within what is allowed: where they may listen and where they may lead. Not for
/// use by more than one thread.
final class ProxyBook {

    private final Proxies proxies;
    private final LeaseBook leases;
    private final Predicate<String> allowedUpstreams;
    private final boolean listenAnywhere;

    ProxyBook(Proxies proxies, LeaseBook leases, Predicate<String> allowedUpstreams, boolean listenAnywhere) {
        this.proxies = proxies;
        this.leases = leases;
        this.allowedUpstreams = allowedUpstreams;
        this.listenAnywhere = listenAnywhere;
    }

    Proxy find(String name) throws Refusal {
        return proxies.find(name).orElseThrow(Refusal::noProxy);
    }

    /// Finds what is wrong with an entry, as far as that can be known without touching anything.
    void check(ProxyEntry entry) throws BadBody, Refusal {
        entry.requiredName("");
        allowed(entry.requiredUpstream(""));
        resolved(Objects.requireNonNullElse(entry.listen(), ""));
        entry.checkedToxics();
    }

    /// Adds the proxy, or nothing.
    ///
    /// @param where what follows the name of a missing field in the message
    Proxy add(ProxyEntry entry, String where) throws BadBody, Refusal {
        String name = entry.requiredName(where);
        String upstream = allowed(entry.requiredUpstream(where));
        List<NamedToxic> toxics = entry.checkedToxics();
        if (proxies.find(name).isPresent()) {
            throw Refusal.proxyExists();
        }
        return add(entry, name, upstream, toxics);
    }

    private Proxy add(ProxyEntry entry, String name, String upstream, List<NamedToxic> toxics) throws Refusal {
        ListenAddress listen = ListenAddress.of(Objects.requireNonNullElse(entry.listen(), ""), listenAnywhere);
        // With toxics it listens only once they are in: they are meant for every connection.
        boolean enabledAtOnce = entry.startsEnabled() && toxics.isEmpty();
        try {
            Proxy added = proxies
                    .add(new ProxySpec(name, listen.shown(), upstream, enabledAtOnce, entry.tellsRequestsApart()));
            if (toxics.isEmpty()) {
                return added;
            }
            try {
                addToxics(added, toxics);
                added.update(null, null, entry.startsEnabled());
                return added;
            } catch (Refusal | IOException failed) {
                proxies.remove(name);
                throw failed;
            }
        } catch (NameTakenException taken) {
            throw Refusal.proxyExists();
        } catch (IOException failed) {
            throw notListening(failed);
        }
    }

    /// As populate does with one entry: adds it, or leaves an equal one as it is, or replaces another of that name.
    Proxy addOrReplace(ProxyEntry entry) throws BadBody, Refusal {
        String name = entry.requiredName("");
        Proxy existing = proxies.find(name).orElse(null);
        if (existing == null) {
            return add(entry, "");
        }
        String upstream = allowed(entry.requiredUpstream(""));
        List<NamedToxic> toxics = entry.checkedToxics();
        InetSocketAddress listen = resolved(Objects.requireNonNullElse(entry.listen(), ""));
        boolean http = entry.http() == null || entry.http() == existing.spec().http();
        if (http && listen.getPort() != 0 && listen.equals(resolved(existing.listen()))
                && upstream.equals(existing.spec().upstream())) {
            if (entry.toxics() != null) {
                existing.toxics().forEach(toxic -> existing.remove(toxic.name()));
                addToxics(existing, toxics);
            }
            return existing;
        }
        return replace(existing, entry, name, upstream, toxics);
    }

    /// The old one has to go first, since the new one may want its address; when the new one cannot be had, the old one
    /// remains, stopped, so that it can be seen and mended.
    private Proxy replace(Proxy existing, ProxyEntry entry, String name, String upstream, List<NamedToxic> toxics)
            throws Refusal {
        ProxySpec old = existing.spec();
        String oldListen = existing.listen();
        List<NamedToxic> oldToxics = existing.toxics();
        List<RequestFault> oldRequestFaults = existing.requestFaults();
        proxies.remove(name);
        try {
            return add(entry, name, upstream, toxics);
        } catch (Refusal failed) {
            try {
                Proxy again = proxies.add(new ProxySpec(name, oldListen, old.upstream(), false, old.http()));
                for (NamedToxic toxic : oldToxics) {
                    addAgain(toxic.name(), () -> again.add(toxic));
                }
                for (RequestFault fault : oldRequestFaults) {
                    addAgain(fault.name(), () -> again.add(fault));
                }
            } catch (NameTakenException | IOException gone) {
                failed.addSuppressed(gone);
            }
            throw failed;
        }
    }

    private void addAgain(String name, LeaseBook.Adding<NameTakenException> add) throws NameTakenException {
        try {
            leases.adding(name, add);
        } catch (Refusal leaseEnded) {
            // Its lease would have taken it away meanwhile.
            return;
        }
    }

    void addToxics(Proxy proxy, List<NamedToxic> toxics) throws Refusal {
        for (NamedToxic toxic : toxics) {
            addToxic(proxy, toxic);
        }
    }

    void addToxic(Proxy proxy, NamedToxic toxic) throws Refusal {
        try {
            leases.adding(toxic.name(), () -> proxy.add(toxic));
        } catch (NameTakenException taken) {
            throw Refusal.toxicExists();
        }
    }

    /// Changes what is not null.
    void update(Proxy proxy, @Nullable String listen, @Nullable String upstream, @Nullable Boolean enabled)
            throws Refusal {
        if (upstream != null) {
            allowed(upstream);
        }
        ListenAddress address;
        try {
            address = ListenAddress.of(listen == null ? proxy.listen() : listen, listenAnywhere);
        } catch (Refusal wrong) {
            // Go words this one as the comparison with the present address, which is what fails first.
            throw new Refusal(wrong.status(), wrong.field(), wrong.message().replaceFirst("^listen tcp: ", ""));
        }
        try {
            proxy.update(listen == null ? null : address.shown(), upstream, enabled);
        } catch (IOException failed) {
            throw notListening(failed);
        }
    }

    private static Refusal notListening(IOException failed) {
        return new Refusal(500, "listen", String.valueOf(failed.getMessage()));
    }

    private InetSocketAddress resolved(String listen) throws Refusal {
        return ListenAddress.of(listen, listenAnywhere).address();
    }

    private String allowed(String upstream) throws Refusal {
        if (upstream.isEmpty()) {
            throw Refusal.missing("upstream");
        }
        if (!allowedUpstreams.test(upstream)) {
            throw new Refusal(400, "upstream",
                    "upstream is " + upstream + ", where this proxy may not lead; allowed: addresses of "
                            + "this machine, and what it was started with, as in gameday proxy --allow-upstream "
                            + upstream);
        }
        return upstream;
    }
}
