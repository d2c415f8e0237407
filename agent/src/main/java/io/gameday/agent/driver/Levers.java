package io.gameday.agent.driver;

import io.gameday.http.HttpCaller;
import io.gameday.target.Fault;
import io.gameday.target.OwnPlace;
import io.gameday.target.OwnSystem;
import io.gameday.target.WebAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a place of a team's own can be broken by, as it stands now. Touches nothing. Every call blocks.
public final class Levers {

    private final HttpCaller caller;

    public Levers(HttpCaller caller) {
        this.caller = caller;
    }

    /// @throws IOException why `fault` cannot be injected there now
    public OwnPlace look(OwnSystem system, OwnSystem.Place place, Fault fault) throws IOException {
        return switch (Means.of(fault)) {
            case LINKS -> own(system, place, keepsLeases(place, fault), null);
            case HOST -> own(system, place, false, calmMonkey(place));
            case TRAFFIC, PERSON -> own(system, place, false, null);
        };
    }

    private static OwnPlace own(OwnSystem system, OwnSystem.Place place, boolean leases, @Nullable String chaosMonkey) {
        return new OwnPlace(place, system.request(), system.entry(), leases, chaosMonkey);
    }

    private boolean keepsLeases(OwnSystem.Place place, Fault fault) throws IOException {
        WebAddress address = Objects.requireNonNull(place.toxiproxy());
        ProxyLink link = new ProxyLink(caller, new InetSocketAddress(address.host(), address.port()));
        boolean tellsApart = link.tellsRequestsApart(place.proxy());
        boolean leases = link.knowsLeases();
        if (!leases && fault instanceof Fault.ZoneLoss) {
            throw new IOException(link.name() + " cannot lose single requests, as a Toxiproxy cannot; use zone-latency "
                    + "or zone-partition, or put 'gameday proxy' in its place");
        }
        if (!tellsApart && fault instanceof Fault.ZoneLoss) {
            throw new IOException(link.name() + " does not tell the requests of proxy '" + place.proxy()
                    + "' apart; create it with \"gameday\": { \"http\": true }");
        }
        return leases;
    }

    private String calmMonkey(OwnSystem.Place place) throws IOException {
        Actuator.Settings found = new Actuator(caller, Objects.requireNonNull(place.actuator())).read();
        List<String> active = found.active();
        if (!active.isEmpty()) {
            throw new IOException(
                    "Chaos Monkey at " + place.actuator() + " is at work already (" + String.join(", ", active)
                            + "); disable it first: curl -X POST " + place.actuator() + "/chaosmonkey/disable");
        }
        return found.json();
    }
}
