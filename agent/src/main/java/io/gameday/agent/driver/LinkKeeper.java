package io.gameday.agent.driver;

import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import java.util.Locale;

/// Who keeps the proxies of the app's links, and so what can be done to a link and who ends it.
public enum LinkKeeper {

    /// A server of ours, as in the app's host: it ends a fault by its lease, and can lose single requests.
    GAMEDAY,
    /// A Toxiproxy of the team's own: a toxic stays until somebody deletes it, so the agent keeps the lease.
    TOXIPROXY;

    /// @throws IllegalArgumentException when there is none of that name
    public static LinkKeeper named(String name) {
        for (LinkKeeper keeper : values()) {
            if (keeper.toString().equals(name)) {
                return keeper;
            }
        }
        throw new IllegalArgumentException("links is '" + name + "'; allowed: " + GAMEDAY + ", " + TOXIPROXY);
    }

    /// How truly the reference app on this machine can do what `fault` means.
    public Fidelity fidelity(Fault fault) {
        if (this == GAMEDAY) {
            return Means.fidelity(fault);
        }
        return switch (fault) {
            case Fault.ZoneLoss _ -> new Fidelity.Unsupported(fault.kind() + " needs proxies that can lose single "
                    + "requests, which a Toxiproxy cannot; use zone-latency or zone-partition, or leave --toxiproxy out");
            case Fault.DependencyDown _ ->
                new Fidelity.Approximated("Toxiproxy resets new connections; one that was open already ends in order");
            default -> Means.fidelity(fault);
        };
    }

    /// Who ends `fault` when neither controller nor agent is left.
    public String endsBy(Fault fault) {
        return this == TOXIPROXY && fault.lasting() && Means.of(fault) == Means.LINKS
                ? "the agent, when the lease is not renewed or the time is over; if it is killed too, the next agent "
                        + "or gameday recover"
                : Means.endsBy(fault);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
