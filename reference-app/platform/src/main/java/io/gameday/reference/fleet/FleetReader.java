package io.gameday.reference.fleet;

import io.gameday.reference.fleet.Fleet.Cluster;
import io.gameday.reference.fleet.Fleet.Region;
import io.gameday.reference.fleet.Fleet.Sizing;
import io.gameday.reference.fleet.Fleet.Thresholds;
import io.gameday.reference.fleet.Fleet.Transfer;
import io.gameday.reference.fleet.FleetFault.Kind;
import io.gameday.reference.policy.CellEvacuation.Mode;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Problems;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a fleet file and tells everything that is wrong with it in one pass.
public final class FleetReader {

    private static final double MOST_REQUESTS = 10_000_000;
    private static final int MOST_CUSTOMERS = 10_000;
    private static final int MOST_CELLS = 20;
    private static final double DOLLARS = 1000;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Map<String, Mode> MODES = Map.of("off", Mode.NONE, "on", Mode.ANY, "limited", Mode.LIMITED);

    private final Map<String, Sizing> instances = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    private FleetReader() {
    }

    /// What reading gave: the fleet, or at least one problem.
    ///
    /// @param fleet empty when there are problems
    public record Reading(Optional<Fleet> fleet, List<Problem> problems) {
    }

    /// @param file how messages name the file
    /// @param text what stands in it
    public static Reading read(String file, String text) {
        Problems problems = new Problems(file);
        Fleet fleet = Fields.read(text, problems).map(fields -> new FleetReader().fleet(fields)).orElse(null);
        List<Problem> found = problems.inOrder();
        return new Reading(found.isEmpty() ? Optional.ofNullable(fleet) : Optional.empty(), found);
    }

    private Fleet fleet(Fields file) {
        String title = file.text("title");
        Mode evacuation = file.choice("evacuation", MODES, Mode.ANY);
        int starts = minutes(file, "hostStarts", MINUTE, Duration.ofHours(1), 3);
        double trough = share(file, "trough", 1, 100);
        double off = share(file, "hurtFrom", 0.01, 100);
        Thresholds alarms = file.group("alarms").map(FleetReader::thresholds).orElseGet(() -> new Thresholds(0, 0, 0));
        file.require("alarms");
        Transfer transfer = file.group("transfer").map(FleetReader::transfer).orElseGet(() -> new Transfer(0, 0, 0));
        file.require("transfer");
        for (Fields line : file.someGroups("instances", "{ instance: large, rate: 2000/s, dollars: 0.17 }")) {
            instance(line);
        }
        Sizing before = file.group("before").map(group -> {
            Sizing sizing = sizing(group);
            group.noOthers();
            return sizing;
        }).orElseGet(FleetReader::nothing);
        file.require("before");
        List<Region> regions = file.someGroups("regions", "{ region: eu-west-1, zones: […], clusters: […] }").stream()
                .map(this::region).toList();
        List<FleetFault> faults = file.groups("faults").stream().map(line -> fault(line, regions)).toList();
        file.noOthers();
        return new Fleet(title, evacuation, starts, trough, off, alarms, transfer, before, regions, faults);
    }

    private static Thresholds thresholds(Fields group) {
        Thresholds read = new Thresholds(share(group, "healthyHosts", 0, 100), share(group, "errors", 0, 100),
                share(group, "requests", 0, 100));
        group.noOthers();
        return read;
    }

    private static Transfer transfer(Fields group) {
        Transfer read = new Transfer(decimal(group, "kilobytes", 0, 100_000), whole(group, "hops", 0, 100),
                decimal(group, "dollars", 0, DOLLARS));
        group.noOthers();
        return read;
    }

    private void instance(Fields line) {
        String name = line.text("instance");
        Sizing sizing = new Sizing(name, rate(line, "rate", MOST_REQUESTS), decimal(line, "dollars", 0, DOLLARS), 50);
        line.noOthers();
        if (instances.putIfAbsent(name, sizing) != null) {
            line.problem("instance", "the instance '" + name + "' is given twice; keep one");
        }
    }

    private Sizing sizing(Fields group) {
        Sizing kind = instances.getOrDefault(group.oneOf("instance", instances.keySet()), nothing());
        return new Sizing(kind.instance(), kind.rate(), kind.dollars(), (int) (100 * share(group, "scaleAt", 10, 95)));
    }

    private static Sizing nothing() {
        return new Sizing("", 1, 0, 50);
    }

    private Region region(Fields group) {
        String name = once(group, "region", "Region");
        List<String> zones = group.texts("zones");
        group.require("zones");
        if (new HashSet<>(zones).size() < zones.size()) {
            group.problem("zones", "zones of " + name + " has a zone twice; keep one");
        }
        int peakAt = minutes(group, "peakAt", Duration.ZERO, DAY, 0);
        group.require("peakAt");
        List<Cluster> clusters = group.someGroups("clusters", "{ cluster: mail, peak: 900/s, … }").stream()
                .map(line -> cluster(line, zones)).toList();
        group.noOthers();
        return new Region(name, zones, peakAt, clusters);
    }

    private Cluster cluster(Fields line, List<String> zones) {
        String name = once(line, "cluster", "cluster");
        double peak = rate(line, "peak", MOST_REQUESTS);
        int customers = whole(line, "customers", 1, MOST_CUSTOMERS);
        Map<String, Integer> cells = new LinkedHashMap<>();
        line.group("cells", "how many in which zone, such as { " + String.join(": 1, ", zones) + ": 1 }")
                .ifPresent(group -> {
                    for (String zone : zones) {
                        Integer here = group.integer(zone, 0, MOST_CELLS);
                        cells.put(zone, here == null ? 0 : here);
                    }
                    group.noOthers();
                });
        line.require("cells");
        if (line.has("cells") && cells.values().stream().allMatch(count -> count == 0)) {
            line.problem("cells", line.name("cells") + " has no cell; allowed: at least one");
        }
        Sizing sizing = sizing(line);
        line.noOthers();
        return new Cluster(name, peak, customers, cells, sizing);
    }

    private String once(Fields group, String key, String what) {
        String name = group.text(key);
        if (!name.isEmpty() && !names.add(what + " " + name)) {
            group.problem(key, "the " + what + " '" + name + "' is given twice; keep one");
        }
        return name;
    }

    private static FleetFault fault(Fields line, List<Region> regions) {
        Kind kind = line.choice("fault", Kind.words(), Kind.ZONE_POWER_LOSS);
        line.require("fault");
        @Nullable
        String region = null;
        @Nullable
        String zone = null;
        @Nullable
        String cluster = null;
        if (kind == Kind.SURGE) {
            cluster = line
                    .optionalOneOf("cluster",
                            regions.stream().flatMap(each -> each.clusters().stream()).map(Cluster::name).toList())
                    .orElse(null);
        } else {
            region = line.optionalOneOf("region", regions.stream().map(Region::name).toList()).orElse(null);
            zone = zone(line, region, regions);
        }
        double share = kind == Kind.ZONE_LOSS ? share(line, "share", 1, 100) : 0;
        double rate = kind == Kind.SURGE ? rate(line, "rate", MOST_REQUESTS) : 0;
        int lasts = minutes(line, "for", MINUTE, DAY, 1);
        line.require("for");
        @Nullable
        Integer at = line.has("at") ? minutes(line, "at", Duration.ZERO, DAY, 0) : null;
        line.noOthers();
        return new FleetFault(kind, region, zone, cluster, share, rate, at, lasts);
    }

    private static @Nullable String zone(Fields line, @Nullable String region, List<Region> regions) {
        if (line.has("zone") && region == null) {
            line.problem("zone", "'" + line.name("zone") + "' is given without a Region; give both, or neither");
        }
        return line.optionalOneOf("zone", regions.stream().filter(each -> region == null || each.name().equals(region))
                .flatMap(each -> each.zones().stream()).distinct().toList()).orElse(null);
    }

    private static double share(Fields group, String key, double least, double most) {
        Double percent = group.percent(key, least, most);
        group.require(key);
        return percent == null ? least / 100 : percent / 100;
    }

    private static double rate(Fields group, String key, double most) {
        Double rate = group.rate(key, 1, most);
        group.require(key);
        return Objects.requireNonNullElse(rate, 1.0);
    }

    private static double decimal(Fields group, String key, double least, double most) {
        Double number = group.decimal(key, least, most);
        group.require(key);
        return Objects.requireNonNullElse(number, least);
    }

    private static int whole(Fields group, String key, int least, int most) {
        Integer number = group.integer(key, least, most);
        group.require(key);
        return Objects.requireNonNullElse(number, least);
    }

    /// Whole ones: what is less is passed over.
    private static int minutes(Fields group, String key, Duration least, Duration most, int otherwise) {
        Duration read = group.duration(key, least, most);
        return read == null ? otherwise : (int) read.toMinutes();
    }
}
