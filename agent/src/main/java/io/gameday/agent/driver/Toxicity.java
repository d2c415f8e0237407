package io.gameday.agent.driver;

import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.ToxicList;
import io.gameday.target.Fault;
import java.io.IOException;
import java.util.Set;

/// What a fault of the network does to a link.
sealed interface Toxicity {

    /// Whether the link is one of those that the fault is aimed at.
    static boolean aims(Fault fault, LinkName link) {
        return link.in(fault.scope()) && switch (fault) {
            case Fault.ZonePartition _ -> true;
            case Fault.ZoneLatency _ -> Set.of("service", "management", "machine").contains(link.end());
            case Fault.ZoneLoss _ -> link.end().equals("service");
            case Fault.DependencySlow slow -> link.end().equals(slow.dependency());
            case Fault.DependencyDown down -> link.end().equals(down.dependency());
            case Fault.DatabaseSlow _ -> link.end().equals("database");
            default -> throw notOurs(fault);
        };
    }

    static Toxicity of(Fault fault) {
        return switch (fault) {
            case Fault.ZonePartition _ -> new Toxics((list, name) -> {
                list.timeout(name + ".in", ToxicDirection.UPSTREAM, 0);
                list.timeout(name + ".out", ToxicDirection.DOWNSTREAM, 0);
            });
            case Fault.ZoneLatency slow -> new Toxics((list, name) -> {
                var latency = list.latency(name, ToxicDirection.DOWNSTREAM, slow.delay().toMillis());
                if (slow.jitter().isPositive()) {
                    latency.setJitter(slow.jitter().toMillis());
                }
            });
            case Fault.ZoneLoss loss -> new LostRequests(loss.sharePercent() / 100);
            case Fault.DependencySlow slow ->
                new Toxics((list, name) -> list.latency(name, ToxicDirection.DOWNSTREAM, slow.delay().toMillis()));
            case Fault.DependencyDown _ -> new Toxics((list, name) -> list.resetPeer(name, ToxicDirection.UPSTREAM, 0));
            case Fault.DatabaseSlow slow ->
                new Toxics((list, name) -> list.latency(name, ToxicDirection.DOWNSTREAM, slow.delay().toMillis()));
            default -> throw notOurs(fault);
        };
    }

    private static IllegalArgumentException notOurs(Fault fault) {
        return new IllegalArgumentException(fault.kind() + " is not done to links");
    }

    /// Toxics, as any Toxiproxy knows them.
    record Toxics(Adding adding) implements Toxicity {
    }

    /// Single requests lose their connection; only our own proxy can do that.
    ///
    /// @param share of the requests; more than 0, at most 1
    record LostRequests(double share) implements Toxicity {
    }

    /// Adds what is wanted to one link.
    @FunctionalInterface
    interface Adding {
        /// @param name of the toxic, or what its name begins with
        void to(ToxicList toxics, String name) throws IOException;
    }
}
