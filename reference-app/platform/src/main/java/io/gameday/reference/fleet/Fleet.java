package io.gameday.reference.fleet;

import io.gameday.reference.policy.CellEvacuation;
import java.util.List;
import java.util.Map;

/// What stands in a fleet file.
///
/// @param hostStarts   minutes from the decision for a host to its first request
/// @param trough       requests twelve hours from the peak, of the peak's; 0 to 1
/// @param before       what every host was before generation 3
/// @param objectiveOff requests of a minute without an answer from which on a customer counts as hurt; 0 to 1
public record Fleet(String title, CellEvacuation.Mode evacuation, int hostStarts, double trough, double objectiveOff,
        Thresholds alarms, Transfer transfer, Sizing before, List<Region> regions, List<FleetFault> faults) {

    public Fleet {
        regions = List.copyOf(regions);
        faults = List.copyOf(faults);
    }

    /// Where the three alarms of each cell ring.
    ///
    /// @param healthyHosts below this share of the hosts
    /// @param errors       above this share of the requests
    /// @param requests     below this share of what is usual at that minute
    public record Thresholds(double healthyHosts, double errors, double requests) {
    }

    /// What crosses between zones, and what that costs.
    ///
    /// @param kilobytes of a request and its answer, on each hop
    /// @param hops      of a request once it has entered the platform
    /// @param dollars   for a gigabyte that crosses, both ends together
    public record Transfer(double kilobytes, int hops, double dollars) {
    }

    /// A kind of host and when there must be more of them.
    ///
    /// @param rate    requests a second that one host can answer
    /// @param dollars an hour
    /// @param scaleAt percent of what the hosts can do
    public record Sizing(String instance, double rate, double dollars, int scaleAt) {

        int hosts(double requests) {
            return Math.max(1, (int) Math.ceil(requests / (rate * scaleAt / 100)));
        }
    }

    /// @param peakAt minute of the day, UTC
    public record Region(String name, List<String> zones, int peakAt, List<Cluster> clusters) {
        public Region {
            zones = List.copyOf(zones);
            clusters = List.copyOf(clusters);
        }

        int customers() {
            return clusters.stream().mapToInt(Cluster::customers).sum();
        }
    }

    /// @param peak  requests a second
    /// @param cells by zone, each of them in that zone alone
    public record Cluster(String name, double peak, int customers, Map<String, Integer> cells, Sizing sizing) {

        public int count() {
            return cells.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public int clusters() {
        return regions.stream().mapToInt(region -> region.clusters().size()).sum();
    }

    public int cells() {
        return regions.stream().flatMap(region -> region.clusters().stream()).mapToInt(Cluster::count).sum();
    }

    public int customers() {
        return regions.stream().mapToInt(Region::customers).sum();
    }

    /// The cluster with the highest peak.
    public Cluster busiest() {
        return regions.stream().flatMap(region -> region.clusters().stream())
                .reduce((a, b) -> b.peak() > a.peak() ? b : a).orElseThrow();
    }
}
