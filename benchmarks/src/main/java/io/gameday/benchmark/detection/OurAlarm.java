package io.gameday.benchmark.detection;

import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.Datapoint;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.observability.alarm.ZoneDetector;
import io.gameday.observability.alarm.ZoneDetector.Conclusion;
import io.gameday.observability.alarm.ZoneDetector.Counts;
import io.gameday.observability.alarm.ZoneOnset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `zone-impact` of a run, by its own rules, settings and M of N, over attempts alone.
final class OurAlarm implements Detector {

    private static final ZoneDetector DETECTOR = new ZoneDetector(StandardAlarms.OBJECTIVE, StandardAlarms.SIGNIFICANCE,
            2);
    private static final ZoneOnset ONSET = new ZoneOnset(StandardAlarms.OBJECTIVE, StandardAlarms.SIGNIFICANCE);

    /// One bit for each.
    private static final int NEWEST_SECONDS = (1 << StandardAlarms.ONSET_SECONDS) - 1;

    private final MOutOfN condition;
    private final boolean onset;
    private final Window comparison;
    private final Window newest;
    private final Window whole;
    private final String[] names;
    private final AlarmState[] states;
    private final Deque<boolean[]> points = new ArrayDeque<>();
    private final int[] hit;
    private final int[] inARow;
    private int seconds;
    private int sinceBreach;

    private OurAlarm(MOutOfN condition, boolean onset, int zones, int instances) {
        this.condition = condition;
        this.onset = onset;
        comparison = new Window(zones, instances, StandardAlarms.WINDOW_SECONDS);
        newest = new Window(zones, instances, StandardAlarms.ONSET_SECONDS);
        whole = new Window(zones, instances, StandardAlarms.ONSET_SECONDS + StandardAlarms.PAST_SECONDS);
        hit = new int[zones];
        inARow = new int[zones];
        names = new String[zones];
        Arrays.setAll(names, zone -> "az" + (zone + 1));
        states = new AlarmState[zones];
        Arrays.fill(states, AlarmState.OK);
    }

    static OurAlarm asItIs(int zones, int instances) {
        return new OurAlarm(StandardAlarms.ZONE_CONDITION, true, zones, instances);
    }

    /// As it was: zones compared with each other only, 3 of 5.
    static OurAlarm withoutThePast(int zones, int instances) {
        return new OurAlarm(new MOutOfN(3, 5, MissingData.MISSING), false, zones, instances);
    }

    @Override
    public int second(Counted second) {
        comparison.add(second);
        newest.add(second);
        whole.add(second);
        seconds++;
        boolean[] breaching = new boolean[names.length];
        boolean any = false;
        for (int zone = 0; zone < names.length; zone++) {
            hit[zone] = (hit[zone] << 1 | (second.faults(zone) > 0 ? 1 : 0)) & NEWEST_SECONDS;
            inARow[zone] = below(comparison, zone) && stands(zone) ? inARow[zone] + 1 : 0;
            breaching[zone] = lasting(zone) && (inARow[zone] >= (onset ? StandardAlarms.COMPARISONS_IN_A_ROW : 1)
                    || onset && below(newest, zone) && began(zone));
            any |= breaching[zone];
        }
        if (points.size() == condition.range()) {
            points.removeFirst();
        }
        points.addLast(breaching);
        sinceBreach = any ? 0 : sinceBreach + 1;
        // Only to be quick: with no breach in reach every state is OK.
        return sinceBreach > condition.range() ? 0 : alarms();
    }

    private int alarms() {
        int alarms = 0;
        for (int zone = 0; zone < names.length; zone++) {
            int z = zone;
            List<Datapoint> datapoints = points.stream().map(p -> p[z] ? Datapoint.BREACHING : Datapoint.WELL).toList();
            states[zone] = condition.evaluate(datapoints, states[zone]);
            alarms |= states[zone] == AlarmState.ALARM ? 1 << zone : 0;
        }
        return alarms;
    }

    /// Neither rule breaches above the objective; asked first, only to be quick.
    private static boolean below(Window window, int zone) {
        long requests = window.requests(zone);
        return requests > 0 && 1 - (double) window.faults(zone) / requests < StandardAlarms.OBJECTIVE;
    }

    private boolean lasting(int zone) {
        return !onset || Integer.bitCount(hit[zone]) >= StandardAlarms.SECONDS_HIT;
    }

    private boolean stands(int zone) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (int z = 0; z < names.length; z++) {
            counts.put(names[z], counts(comparison, z));
        }
        return DETECTOR.assess(counts, names[zone]).conclusion() == Conclusion.ZONAL;
    }

    private boolean began(int zone) {
        if (seconds < StandardAlarms.ONSET_SECONDS + StandardAlarms.SHORTEST_PAST_SECONDS) {
            return false;
        }
        Counts here = counts(newest, zone);
        long requests = 0;
        long faults = 0;
        for (int z = 0; z < names.length; z++) {
            requests += z == zone ? 0 : newest.requests(z);
            faults += z == zone ? 0 : newest.faults(z);
        }
        Counts past = new Counts(whole.requests(zone) - here.requests(), whole.faults(zone) - here.faults(), 0);
        return ONSET.began(here, new Counts(requests, faults, 0), past);
    }

    private Counts counts(Window window, int zone) {
        int[] faults = window.faults()[zone];
        int worst = 0;
        for (int i = 1; i < faults.length; i++) {
            worst = faults[i] > faults[worst] ? i : worst;
        }
        return onset
                ? new Counts(window.requests(zone), window.faults(zone), window.failing(zone),
                        window.requests()[zone][worst], faults[worst])
                : new Counts(window.requests(zone), window.faults(zone), window.failing(zone));
    }
}
