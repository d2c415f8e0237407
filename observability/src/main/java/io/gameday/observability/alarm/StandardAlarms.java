package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmRule.Reading;
import io.gameday.observability.alarm.ZoneDetector.Conclusion;
import io.gameday.observability.alarm.ZoneDetector.Counts;
import io.gameday.observability.alarm.ZoneDetector.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/// The alarms that every run is graded by: `site-availability`, `traffic-drop`, `cell-impact` per cell,
/// `zone-impact` and `zone-latency-impact` per zone, each 3 of 5 over datapoints of one second.
public final class StandardAlarms {

    public static final String SITE_AVAILABILITY = "site-availability";
    public static final String TRAFFIC_DROP = "traffic-drop";
    public static final String CELL_IMPACT = "cell-impact";
    public static final String ZONE_IMPACT = "zone-impact";
    public static final String ZONE_LATENCY_IMPACT = "zone-latency-impact";
    public static final List<String> NAMES = List.of(SITE_AVAILABILITY, TRAFFIC_DROP, CELL_IMPACT, ZONE_IMPACT,
            ZONE_LATENCY_IMPACT);

    /// One false alarm a month, three zones, one evaluation a second: 1 / (3 · 2,592,000).
    public static final double SIGNIFICANCE = 1.0 / (3 * 30 * 24 * 3600);

    static final int WINDOW_SECONDS = 10;

    /// Useful answers ÷ requests; and for latency answers in time ÷ requests, which makes the limit that of the 99th
    /// percentile, the one that cdk-multi-az-observability's latency alarms look at.
    private static final double OBJECTIVE = 0.99;

    private static final int BASELINE_SECONDS = 30;
    private static final double DROP = 0.5;
    private static final MOutOfN THREE_OF_FIVE = new MOutOfN(3, 5, MissingData.MISSING);

    private static final Comparison FAULTS = new Comparison(Tally::failed, History::failingInstances, "failed",
            "available");
    private static final Comparison SLOW = new Comparison(Tally::slow, History::slowInstances, "slow", "in time");

    private StandardAlarms() {
    }

    /// The alarms for a system of these cells and zones, in a fixed order.
    public static List<Alarm> of(List<String> cells, List<String> zones) {
        List<Alarm> alarms = new ArrayList<>();
        alarms.add(new Alarm(SITE_AVAILABILITY, Scope.SITE, THREE_OF_FIVE, h -> availability(h, Scope.SITE)));
        alarms.add(new Alarm(TRAFFIC_DROP, Scope.SITE, THREE_OF_FIVE, StandardAlarms::trafficDrop));
        for (String cell : cells) {
            Scope scope = new Scope.Cell(cell);
            alarms.add(new Alarm(CELL_IMPACT, scope, THREE_OF_FIVE, h -> availability(h, scope)));
        }
        for (String zone : zones) {
            alarms.add(zoneAlarm(ZONE_IMPACT, FAULTS, zone, cells, zones));
        }
        for (String zone : zones) {
            alarms.add(zoneAlarm(ZONE_LATENCY_IMPACT, SLOW, zone, cells, zones));
        }
        return alarms;
    }

    private static Reading availability(History history, Scope scope) {
        Tally tally = history.tally(Observer.CUSTOMER, scope, 1);
        if (tally.requests() == 0) {
            return new Reading(Datapoint.MISSING, () -> "no requests");
        }
        double availability = tally.availability().orElseThrow();
        return new Reading(availability < OBJECTIVE ? Datapoint.BREACHING : Datapoint.WELL,
                () -> String.format(Locale.ROOT, "%d of %d requests useful (%.1f %%), wanted %.0f %%", tally.useful(),
                        tally.requests(), 100 * availability, 100 * OBJECTIVE));
    }

    /// Requests against the mean of the half minute before; errors alone would miss customers who are gone.
    private static Reading trafficDrop(History history) {
        int seconds = history.last(BASELINE_SECONDS).size();
        if (seconds < WINDOW_SECONDS) {
            return new Reading(Datapoint.MISSING,
                    () -> "baseline needs " + WINDOW_SECONDS + " s, has " + seconds + " s");
        }
        double baseline = (double) history.tally(Observer.CUSTOMER, Scope.SITE, BASELINE_SECONDS).requests() / seconds;
        if (baseline == 0) {
            return new Reading(Datapoint.MISSING, () -> "no requests in the last " + seconds + " s");
        }
        long now = history.tally(Observer.CUSTOMER, Scope.SITE, 1).requests();
        return new Reading(now < DROP * baseline ? Datapoint.BREACHING : Datapoint.WELL,
                () -> String.format(Locale.ROOT, "%d requests/s, usual %.1f requests/s", now, baseline));
    }

    /// What a zone is compared by.
    ///
    /// @param count     of one observer's requests
    /// @param instances of a zone that had at least one, over so many seconds
    /// @param fault     what such a request is called
    /// @param well      what the others are called
    private record Comparison(ToLongFunction<Tally> count, Instances instances, String fault, String well) {

        String evidence(String observer, Finding finding) {
            return observer + finding.evidence(fault, well);
        }
    }

    @FunctionalInterface
    private interface Instances {
        Set<String> of(History history, String zone, int seconds);
    }

    private static Alarm zoneAlarm(String name, Comparison by, String zone, List<String> cells, List<String> zones) {
        return new Alarm(name, new Scope.Zone(zone), THREE_OF_FIVE, h -> zoneImpact(h, by, zone, cells, zones));
    }

    /// Impact in one zone beyond the others, by the router's attempts or by the canaries: attempts stop when a zone is
    /// evicted, canaries go on. Either way two distinct things must be hit, tasks or cells' parts in the zone, or it is
    /// one task's fault and not its zone's.
    private static Reading zoneImpact(History history, Comparison by, String zone, List<String> cells,
            List<String> zones) {
        Finding attempts = find(history, Observer.ATTEMPT, by, zone, zones, 2,
                z -> by.instances().of(history, z, WINDOW_SECONDS).size());
        Finding canaries = find(history, Observer.CANARY, by, zone, zones, Math.min(2, cells.size()),
                z -> hitCells(history, by, z, cells));
        if (canaries.conclusion() == Conclusion.ZONAL) {
            return new Reading(Datapoint.BREACHING, () -> by.evidence("canaries: ", canaries));
        }
        if (attempts.conclusion() == Conclusion.ZONAL) {
            return new Reading(Datapoint.BREACHING, () -> by.evidence("attempts: ", attempts));
        }
        boolean nothingSeen = attempts.conclusion() == Conclusion.NO_TRAFFIC
                && canaries.conclusion() == Conclusion.NO_TRAFFIC;
        return new Reading(nothingSeen ? Datapoint.MISSING : Datapoint.WELL, () -> by.evidence("canaries: ", canaries));
    }

    private static int hitCells(History history, Comparison by, String zone, List<String> cells) {
        return (int) cells.stream().filter(cell -> by.count()
                .applyAsLong(history.tally(Observer.CANARY, new Scope.CellZone(cell, zone), WINDOW_SECONDS)) > 0)
                .count();
    }

    private static Finding find(History history, Observer observer, Comparison by, String zone, List<String> zones,
            int minInstances, ToIntFunction<String> instances) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (String z : zones) {
            Tally tally = history.tally(observer, new Scope.Zone(z), WINDOW_SECONDS);
            counts.put(z, new Counts(tally.requests(), by.count().applyAsLong(tally), instances.applyAsInt(z)));
        }
        return new ZoneDetector(OBJECTIVE, SIGNIFICANCE, minInstances).assess(counts, zone);
    }
}
