package io.gameday.reference.policy;

import io.gameday.observability.alarm.AlarmState;
import io.gameday.observability.alarm.Datapoint;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import io.gameday.observability.alarm.ZoneDetector;
import io.gameday.observability.alarm.ZoneDetector.Conclusion;
import io.gameday.observability.alarm.ZoneDetector.Counts;
import io.gameday.observability.alarm.ZoneDetector.Finding;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which zone, if any, new tasks are kept away from. Fed once a second with what was seen in each zone.
///
/// Enters when a zone stands out in 3 of 5 seconds, each looking at the ten seconds before; leaves after 5 s in which
/// the zone was seen and nothing failed there. Never more than one zone, never the only one that is seen to serve; and
/// without data nothing changes.
///
/// Not for use by several threads.
public final class WeighAway {

    /// One needless weigh-away a day over three zones. Placement that avoids a zone for a few seconds hurts nobody, so
    /// this is less strict than the alarms that wake people.
    public static final double SIGNIFICANCE = 1.0 / (3 * 24 * 3600);

    static final int WINDOW_SECONDS = 10;
    static final int QUIET_SECONDS = 5;
    private static final ZoneDetector DETECTOR = new ZoneDetector(0.99, SIGNIFICANCE, 2);
    private static final MOutOfN CONDITION = new MOutOfN(3, 5, MissingData.MISSING);

    private final List<String> zones;
    private final Deque<Map<String, Observed>> window = new ArrayDeque<>();
    private final Map<String, Deque<Datapoint>> points = new HashMap<>();
    private Optional<String> away = Optional.empty();
    private int quiet;

    /// @param zones in their order
    public WeighAway(List<String> zones) {
        this.zones = List.copyOf(zones);
    }

    /// What was seen of one zone in one second.
    ///
    /// @param requests health checks, heartbeats and the router's attempts; 0 or more
    /// @param faults   how many of them failed; 0 to `requests`
    /// @param failing  the distinct instances (tasks, the machine) that failed
    public record Observed(long requests, long faults, Set<String> failing) {

        public Observed {
            if (faults < 0 || faults > requests) {
                throw new IllegalArgumentException(
                        "faults is " + faults + "; allowed: 0 to requests (" + requests + ")");
            }
            failing = Set.copyOf(failing);
        }
    }

    /// What changed.
    public sealed interface Change {
    }

    /// @param evidence the numbers that decided it
    public record Entered(String zone, String evidence) implements Change {
    }

    public record Left(String zone) implements Change {
    }

    /// The zone that is weighed away now.
    public Optional<String> zone() {
        return away;
    }

    /// Closes one second.
    ///
    /// @param seen per zone; a zone of which nothing was seen may be missing
    public Optional<Change> second(Map<String, Observed> seen) {
        if (seen.values().stream().allMatch(observed -> observed.requests() == 0)) {
            return Optional.empty();
        }
        if (window.size() == WINDOW_SECONDS) {
            window.removeFirst();
        }
        window.addLast(Map.copyOf(seen));
        Map<String, Finding> findings = findings();
        zones.forEach(zone -> note(zone, findings.get(zone).conclusion()));
        return away.isPresent() ? leave(away.get(), seen) : enter(findings);
    }

    private Map<String, Finding> findings() {
        Map<String, Counts> counts = new LinkedHashMap<>();
        zones.forEach(zone -> counts.put(zone, counts(zone)));
        return DETECTOR.assess(counts);
    }

    /// One zone's sums over the window.
    private Counts counts(String zone) {
        long requests = 0;
        long faults = 0;
        Set<String> failing = new HashSet<>();
        for (Map<String, Observed> second : window) {
            Observed observed = second.get(zone);
            if (observed != null) {
                requests += observed.requests();
                faults += observed.faults();
                failing.addAll(observed.failing());
            }
        }
        return new Counts(requests, faults, failing.size());
    }

    private double faultRate(String zone) {
        Counts counts = counts(zone);
        return counts.requests() == 0 ? 0 : (double) counts.faults() / counts.requests();
    }

    private void note(String zone, Conclusion conclusion) {
        Deque<Datapoint> newest = points.computeIfAbsent(zone, z -> new ArrayDeque<>());
        if (newest.size() == CONDITION.range()) {
            newest.removeFirst();
        }
        newest.addLast(switch (conclusion) {
            case ZONAL -> Datapoint.BREACHING;
            case NO_TRAFFIC -> Datapoint.MISSING;
            case NO_IMPACT, UNDECIDED, NOT_ZONAL, SINGLE_INSTANCE -> Datapoint.WELL;
        });
    }

    /// Where several zones stand out, as two overloaded ones do beside a third that has little to do, it is one zone's
    /// trouble only if that one is at least twice as bad as the next.
    private Optional<Change> enter(Map<String, Finding> findings) {
        List<String> worstFirst = zones.stream().filter(this::abnormal)
                .sorted(Comparator.comparingDouble(this::faultRate).reversed()).toList();
        if (worstFirst.isEmpty() || zones.size() < 2
                || worstFirst.size() > 1 && faultRate(worstFirst.get(0)) < 2 * faultRate(worstFirst.get(1))) {
            return Optional.empty();
        }
        String worst = worstFirst.getFirst();
        away = Optional.of(worst);
        quiet = 0;
        return Optional.of(new Entered(worst, findings.get(worst).evidence()));
    }

    private boolean abnormal(String zone) {
        Deque<Datapoint> newest = points.getOrDefault(zone, new ArrayDeque<>());
        return newest.peekLast() == Datapoint.BREACHING
                && CONDITION.evaluate(List.copyOf(newest), AlarmState.OK) == AlarmState.ALARM;
    }

    private Optional<Change> leave(String zone, Map<String, Observed> seen) {
        Observed observed = seen.get(zone);
        if (observed == null || observed.requests() == 0) {
            return Optional.empty();
        }
        quiet = observed.faults() == 0 ? quiet + 1 : 0;
        if (quiet < QUIET_SECONDS) {
            return Optional.empty();
        }
        away = Optional.empty();
        // What was seen before the zone got well must not send it away again.
        window.clear();
        points.clear();
        return Optional.of(new Left(zone));
    }
}
