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
import java.util.function.ToIntFunction;

/// The alarms that every run is graded by: `site-availability`, `traffic-drop`, `cell-impact` per cell and
/// `zone-impact` per zone, each 3 of 5 over datapoints of one second.
public final class StandardAlarms {

    public static final String SITE_AVAILABILITY = "site-availability";
    public static final String TRAFFIC_DROP = "traffic-drop";
    public static final String CELL_IMPACT = "cell-impact";
    public static final String ZONE_IMPACT = "zone-impact";
    public static final List<String> NAMES = List.of(SITE_AVAILABILITY, TRAFFIC_DROP, CELL_IMPACT, ZONE_IMPACT);

    /// One false alarm a month, three zones, one evaluation a second: 1 / (3 · 2,592,000).
    public static final double SIGNIFICANCE = 1.0 / (3 * 30 * 24 * 3600);

    static final int WINDOW_SECONDS = 10;
    private static final double OBJECTIVE = 0.99;
    private static final int BASELINE_SECONDS = 30;
    private static final double DROP = 0.5;
    private static final MOutOfN THREE_OF_FIVE = new MOutOfN(3, 5, MissingData.MISSING);

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
            alarms.add(new Alarm(ZONE_IMPACT, new Scope.Zone(zone), THREE_OF_FIVE,
                    h -> zoneImpact(h, zone, cells, zones)));
        }
        return alarms;
    }

    private static Reading availability(History history, Scope scope) {
        Tally tally = history.tally(Observer.CUSTOMER, scope, 1);
        if (tally.requests() == 0) {
            return new Reading(Datapoint.MISSING, "no requests");
        }
        double availability = tally.availability().orElseThrow();
        return new Reading(availability < OBJECTIVE ? Datapoint.BREACHING : Datapoint.WELL,
                String.format(Locale.ROOT, "%d of %d requests useful (%.1f %%), wanted %.0f %%", tally.useful(),
                        tally.requests(), 100 * availability, 100 * OBJECTIVE));
    }

    /// Requests against the mean of the half minute before; errors alone would miss customers who are gone.
    private static Reading trafficDrop(History history) {
        int seconds = history.last(BASELINE_SECONDS).size();
        if (seconds < WINDOW_SECONDS) {
            return new Reading(Datapoint.MISSING, "baseline needs " + WINDOW_SECONDS + " s, has " + seconds + " s");
        }
        double baseline = (double) history.tally(Observer.CUSTOMER, Scope.SITE, BASELINE_SECONDS).requests() / seconds;
        if (baseline == 0) {
            return new Reading(Datapoint.MISSING, "no requests in the last " + seconds + " s");
        }
        long now = history.tally(Observer.CUSTOMER, Scope.SITE, 1).requests();
        return new Reading(now < DROP * baseline ? Datapoint.BREACHING : Datapoint.WELL,
                String.format(Locale.ROOT, "%d requests/s, usual %.1f requests/s", now, baseline));
    }

    /// Impact in one zone beyond the others, by the router's attempts or by the canaries: attempts stop when a zone is
    /// evicted, canaries go on. Either way two distinct things must fail, tasks or cells' parts in the zone, or it is one
    /// task's fault and not its zone's.
    private static Reading zoneImpact(History history, String zone, List<String> cells, List<String> zones) {
        Finding attempts = find(history, Observer.ATTEMPT, zone, zones, 2,
                z -> history.failingInstances(z, WINDOW_SECONDS).size());
        Finding canaries = find(history, Observer.CANARY, zone, zones, Math.min(2, cells.size()),
                z -> failingCells(history, z, cells));
        if (attempts.conclusion() == Conclusion.ZONAL || canaries.conclusion() == Conclusion.ZONAL) {
            boolean byCanary = canaries.conclusion() == Conclusion.ZONAL;
            return new Reading(Datapoint.BREACHING,
                    byCanary ? "canaries: " + canaries.evidence() : "attempts: " + attempts.evidence());
        }
        boolean nothingSeen = attempts.conclusion() == Conclusion.NO_TRAFFIC
                && canaries.conclusion() == Conclusion.NO_TRAFFIC;
        return new Reading(nothingSeen ? Datapoint.MISSING : Datapoint.WELL, "canaries: " + canaries.evidence());
    }

    private static int failingCells(History history, String zone, List<String> cells) {
        return (int) cells.stream().filter(
                cell -> history.tally(Observer.CANARY, new Scope.CellZone(cell, zone), WINDOW_SECONDS).failed() > 0)
                .count();
    }

    private static Finding find(History history, Observer observer, String zone, List<String> zones, int minInstances,
            ToIntFunction<String> instances) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (String z : zones) {
            Tally tally = history.tally(observer, new Scope.Zone(z), WINDOW_SECONDS);
            counts.put(z, new Counts(tally.requests(), tally.failed(), instances.applyAsInt(z)));
        }
        var detector = new ZoneDetector(OBJECTIVE, SIGNIFICANCE, minInstances);
        return detector.assess(counts).getOrDefault(zone, new Finding(Conclusion.NO_TRAFFIC, "no such zone"));
    }
}
