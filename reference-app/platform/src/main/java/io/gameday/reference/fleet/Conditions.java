package io.gameday.reference.fleet;

import io.gameday.reference.fleet.FleetFault.Planned;
import java.util.List;

/// How the zones of a Region are at one minute.
///
/// @param dark without power, by zone
/// @param bad  with the wrong setting, by zone
/// @param loss share of the requests to it that get no answer, by zone
record Conditions(boolean[] dark, boolean[] bad, double[] loss) {

    static Conditions of(List<String> zones, List<Planned> faults, Generation generation, int minute) {
        Conditions now = new Conditions(new boolean[zones.size()], new boolean[zones.size()], new double[zones.size()]);
        for (Planned fault : faults) {
            for (int zone = 0; fault.on(minute) && zone < zones.size(); zone++) {
                boolean here = zones.get(zone).equals(fault.zone());
                switch (fault.kind()) {
                    case ZONE_POWER_LOSS -> now.dark[zone] |= here;
                    case ZONE_LOSS -> now.loss[zone] = here ? fault.share() : now.loss[zone];
                    // What is tied in one state file gets the setting together.
                    case BAD_CONFIG -> now.bad[zone] |= here || generation != Generation.ZONAL_CELLS;
                    case SURGE -> {
                        // It is in the traffic.
                    }
                }
            }
        }
        return now;
    }

    /// Whether a health check on a host there fails.
    boolean ill(int zone) {
        return dark[zone] || bad[zone];
    }
}
