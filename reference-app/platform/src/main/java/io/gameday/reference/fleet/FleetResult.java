package io.gameday.reference.fleet;

import io.gameday.reference.fleet.FleetFault.Planned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a fleet's day came to, generation by generation under the same traffic and faults.
///
/// @param busiestPeak requests a second of the busiest cluster
public record FleetResult(String title, long seed, int minutes, int regions, int clusters, int cells, int customers,
        String busiest, double busiestPeak, List<Day> days) {

    public FleetResult {
        days = List.copyOf(days);
    }

    /// @param stacks   what is sized and deployed alone
    /// @param hurtEver customers hurt at any minute, by a fault or without
    public record Day(Generation generation, int stacks, List<Outcome> faults, long requests, long failed, int hurtEver,
            Cost cost, int cellAlarms, int nameAlarms, int pages) {

        public Day {
            faults = List.copyOf(faults);
        }
    }

    /// @param hosts            highest number at once
    /// @param hostDollars      of the whole time
    /// @param crossing         of all hops, those between zones
    /// @param crossingDollars  of the whole time
    /// @param withoutAffinity  the same with balancers over all zones
    public record Cost(int hosts, double hostDollars, double crossing, double crossingDollars, double withoutAffinity) {

        public double dollars() {
            return hostDollars + crossingDollars;
        }
    }

    /// What one fault did to its Region, from its first minute to half an hour after its last.
    ///
    /// @param hurt       customers who in any minute missed more answers than allowed
    /// @param customers  of the Region
    /// @param worst      share of requests without an answer in the worst minute
    /// @param recovery   minutes from its beginning until nobody was hurt any more; 0 when nobody was
    /// @param stillHurt  whether somebody still was at the end
    /// @param firstAlarm minutes from its beginning to the first alarm; null when there was none
    /// @param cellsOut   how often a cell left a name
    /// @param failedOpen whether a name had to mean all of its cells
    public record Outcome(Planned fault, int hurt, int customers, long requests, long failed, double worst,
            int recovery, boolean stillHurt, @Nullable Integer firstAlarm, int cellsOut, boolean failedOpen,
            int cellAlarms, int nameAlarms, int pages) {

        public double hurtShare() {
            return (double) hurt / customers;
        }
    }
}
