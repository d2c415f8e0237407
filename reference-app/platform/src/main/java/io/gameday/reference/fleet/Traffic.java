package io.gameday.reference.fleet;

import io.gameday.reference.fleet.Fleet.Cluster;
import io.gameday.reference.fleet.Fleet.Region;
import io.gameday.reference.fleet.FleetFault.Kind;
import io.gameday.reference.fleet.FleetFault.Planned;
import java.util.List;
import java.util.random.RandomGenerator;

/// Requests a second of each cluster: a wave over the day, a little chance, and surges. The same for every generation.
final class Traffic {

    private static final int DAY = 24 * 60;
    /// Greatest distance of a minute from the wave, either way.
    private static final double CHANCE = 0.02;

    private final double trough;
    private final List<Planned> faults;
    private final RandomGenerator random;

    Traffic(double trough, List<Planned> faults, RandomGenerator random) {
        this.trough = trough;
        this.faults = faults;
        this.random = random;
    }

    /// What is usual at that minute.
    double usual(Region region, Cluster cluster, int minute) {
        double turn = 2 * Math.PI * Math.floorMod(minute - region.peakAt(), DAY) / DAY;
        // StrictMath gives the same on every machine, and so the same journal.
        return cluster.peak() * (trough + (1 - trough) * (1 + StrictMath.cos(turn)) / 2);
    }

    /// What comes. Asked once for each cluster and minute, in the file's order.
    double now(Region region, Cluster cluster, int minute) {
        double more = 0;
        for (Planned fault : faults) {
            if (fault.kind() == Kind.SURGE && fault.cluster().equals(cluster.name()) && fault.on(minute)) {
                more += fault.rate();
            }
        }
        return usual(region, cluster, minute) * (1 + CHANCE * (2 * random.nextDouble() - 1)) + more;
    }
}
