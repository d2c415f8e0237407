package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Layout;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmRule.Reading;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.ZoneRule.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The alarms that every run is graded by: `site-availability`, `traffic-drop`, `cell-impact` per cell,
/// `zone-impact` and `zone-latency-impact` per zone, `healthy-hosts` per cell that lies in one zone. Datapoints are of one
/// second; 3 of 5 must breach, 1 of 3 for zones, 3 of 45 for healthy hosts.
public final class StandardAlarms {

    public static final String SITE_AVAILABILITY = "site-availability";
    public static final String TRAFFIC_DROP = "traffic-drop";
    public static final String CELL_IMPACT = "cell-impact";
    public static final String ZONE_IMPACT = "zone-impact";
    public static final String ZONE_LATENCY_IMPACT = "zone-latency-impact";
    public static final String HEALTHY_HOSTS = "healthy-hosts";
    public static final List<String> NAMES = List.of(SITE_AVAILABILITY, TRAFFIC_DROP, CELL_IMPACT, ZONE_IMPACT,
            ZONE_LATENCY_IMPACT, HEALTHY_HOSTS);

    /// One false alarm a month, three zones, one evaluation a second: 1 / (3 · 2,592,000).
    public static final double SIGNIFICANCE = 1.0 / (3 * 30 * 24 * 3600);

    /// Useful answers ÷ requests; and for latency answers in time ÷ requests, which makes the limit that of the 99th
    /// percentile, the one that cdk-multi-az-observability's latency alarms look at.
    public static final double OBJECTIVE = 0.99;

    /// Over which zones are compared with each other.
    public static final int WINDOW_SECONDS = 10;

    /// So many of those comparisons, one each second, must come out alike: zones that are all overloaded differ by chance
    /// more than any test expects.
    public static final int COMPARISONS_IN_A_ROW = 3;

    /// Over which a zone is compared with its own past, of which at most so much is looked at and at least so much needed.
    public static final int ONSET_SECONDS = 5;
    public static final int PAST_SECONDS = 60;
    public static final int SHORTEST_PAST_SECONDS = 20;

    /// Of the newest [#ONSET_SECONDS] so many must have a fault of the zone: a hiccup of two is over before anybody could
    /// act, and stays in the windows for long.
    public static final int SECONDS_HIT = 3;

    /// Of an alarm about a zone. One datapoint raises it: each is made of several seconds already. Three must be well
    /// before it ends, so that it does not flap.
    public static final MOutOfN ZONE_CONDITION = new MOutOfN(1, 3, MissingData.MISSING);

    /// So much of a cell's health checks must be answered, over so long.
    public static final double HEALTHY_SHARE = 0.9;
    public static final int HEALTH_SECONDS = 5;

    private static final int BASELINE_SECONDS = 30;
    private static final double DROP = 0.5;
    private static final MOutOfN THREE_OF_FIVE = new MOutOfN(3, 5, MissingData.MISSING);

    /// Quick to ring, slow to end: a cell that gets no traffic looks well at once, and is not.
    private static final MOutOfN THREE_OF_FORTY_FIVE = new MOutOfN(3, 45, MissingData.MISSING);

    private static final Comparison FAULTS = new Comparison(Tally::requests, Tally::failed, History::failingInstances,
            false, "failed", "available");
    private static final Comparison SLOW = new Comparison(Tally::timed, Tally::slow, History::slowInstances, true,
            "slow", "in time");

    private StandardAlarms() {
    }

    /// What each of [#NAMES] is about, in that order.
    public static Map<String, Each> places() {
        Map<String, Each> places = new LinkedHashMap<>();
        NAMES.forEach(name -> places.put(name, switch (name) {
            case CELL_IMPACT, HEALTHY_HOSTS -> Each.CELL;
            case ZONE_IMPACT, ZONE_LATENCY_IMPACT -> Each.ZONE;
            default -> Each.SITE;
        }));
        return places;
    }

    /// The same of those that a system of this layout has.
    public static Map<String, Each> places(Layout layout) {
        Map<String, Each> places = places();
        if (layout.cells().stream().noneMatch(layout::inOneZone)) {
            places.remove(HEALTHY_HOSTS);
        }
        return places;
    }

    /// The alarms for a system whose cells lie in all of its zones.
    public static List<Alarm> of(List<String> cells, List<String> zones) {
        return of(Layout.everywhere(cells, zones));
    }

    /// The alarms for a system of these cells and zones, in a fixed order. A cell over several zones rides over the loss
    /// of one zone's hosts, so only one that lies in one zone has an alarm about them.
    public static List<Alarm> of(Layout layout) {
        List<String> cells = layout.cells();
        List<String> zones = layout.zones();
        List<Alarm> alarms = new ArrayList<>();
        alarms.add(new Alarm(SITE_AVAILABILITY, Scope.SITE, THREE_OF_FIVE, h -> availability(h, Scope.SITE)));
        alarms.add(new Alarm(TRAFFIC_DROP, Scope.SITE, THREE_OF_FIVE, StandardAlarms::trafficDrop));
        for (String cell : cells) {
            Scope scope = new Scope.Cell(cell);
            alarms.add(new Alarm(CELL_IMPACT, scope, THREE_OF_FIVE, h -> availability(h, scope)));
        }
        for (String zone : zones) {
            alarms.add(zoneAlarm(ZONE_IMPACT, FAULTS, zone, layout.cellsIn(zone), zones));
        }
        for (String zone : zones) {
            alarms.add(zoneAlarm(ZONE_LATENCY_IMPACT, SLOW, zone, layout.cellsIn(zone), zones));
        }
        cells.stream().filter(layout::inOneZone).forEach(cell -> {
            Scope scope = new Scope.Cell(cell);
            alarms.add(new Alarm(HEALTHY_HOSTS, scope, THREE_OF_FORTY_FIVE, h -> healthyHosts(h, scope)));
        });
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

    /// By the canaries, which ask each of the cell's hosts in turn at the port where orders come in, wait in the same
    /// queue, and go on when the cell gets no traffic: the health check of a load balancer's target.
    private static Reading healthyHosts(History history, Scope cell) {
        Tally checks = history.tally(Observer.CANARY, cell, HEALTH_SECONDS);
        if (checks.requests() == 0) {
            return new Reading(Datapoint.MISSING, () -> "no health checks");
        }
        double share = checks.availability().orElseThrow();
        return new Reading(share < HEALTHY_SHARE ? Datapoint.BREACHING : Datapoint.WELL,
                () -> String.format(Locale.ROOT, "%d of %d health checks passed (%.0f %%), wanted %.0f %%",
                        checks.useful(), checks.requests(), 100 * share, 100 * HEALTHY_SHARE));
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

    private static Alarm zoneAlarm(String name, Comparison by, String zone, List<String> cells, List<String> zones) {
        return new Alarm(name, new Scope.Zone(zone), ZONE_CONDITION, new ZoneRule(by, zone, cells, zones));
    }
}
