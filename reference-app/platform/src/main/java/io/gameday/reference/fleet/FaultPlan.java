package io.gameday.reference.fleet;

import io.gameday.reference.fleet.Fleet.Cluster;
import io.gameday.reference.fleet.Fleet.Region;
import io.gameday.reference.fleet.FleetFault.Kind;
import io.gameday.reference.fleet.FleetFault.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Draws what the file leaves open. Each fault without a time gets one in its own slice of the day, so that they do not
/// overlap where the slices are long enough.
final class FaultPlan {

    /// Nothing is broken before the platform has settled.
    private static final int SETTLE = 30;

    private FaultPlan() {
    }

    /// @param minutes of the whole simulation; what would begin later is left out
    static List<Planned> of(Fleet fleet, int minutes, RandomGenerator random) {
        List<Planned> planned = new ArrayList<>();
        int slice = (minutes - SETTLE) / Math.max(1, fleet.faults().size());
        for (int i = 0; i < fleet.faults().size(); i++) {
            FleetFault fault = fleet.faults().get(i);
            int room = Math.max(1, slice - fault.minutes() - SETTLE);
            // Drawn whether it is wanted or not, so that a time in the file changes nothing else.
            int drawn = SETTLE + i * slice + random.nextInt(room);
            Region region = region(fleet, fault, random);
            Cluster cluster = region.clusters().get(random.nextInt(region.clusters().size()));
            String zone = region.zones().get(random.nextInt(region.zones().size()));
            int from = fault.at() == null ? drawn : fault.at();
            boolean surge = fault.kind() == Kind.SURGE;
            planned.add(
                    new Planned(fault.kind(), region.name(), surge ? "" : fault.zone() == null ? zone : fault.zone(),
                            surge ? fault.cluster() == null ? cluster.name() : fault.cluster() : "", fault.share(),
                            fault.rate(), from, from + fault.minutes()));
        }
        return planned.stream().filter(fault -> fault.from() < minutes).toList();
    }

    private static Region region(Fleet fleet, FleetFault fault, RandomGenerator random) {
        Region drawn = fleet.regions().get(random.nextInt(fleet.regions().size()));
        return fleet.regions().stream()
                .filter(region -> region.name().equals(fault.region())
                        || region.clusters().stream().anyMatch(cluster -> cluster.name().equals(fault.cluster())))
                .findFirst().orElse(drawn);
    }
}
