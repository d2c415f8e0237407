package io.gameday.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;

/// Gathers measurements into seconds. Belongs to one loop; not for use by several threads.
public final class Meter {

    private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
    private static final int DIGITS = 2;

    private final Map<SeriesKey, Counting> counting = new HashMap<>();
    private Set<String> hurt = new TreeSet<>();
    private Map<String, Set<String>> failing = new TreeMap<>();

    /// Counts `m` in every scope it belongs to.
    public void record(Measurement m) {
        for (Scope scope : scopes(m)) {
            counting.computeIfAbsent(new SeriesKey(m.observer(), scope), k -> new Counting()).add(m);
        }
        if (m.outcome().useful()) {
            return;
        }
        if (m.customer() != null) {
            hurt.add(m.customer());
        }
        if (m.observer() != Observer.CUSTOMER && m.zone() != null && m.instance() != null) {
            failing.computeIfAbsent(m.zone(), z -> new TreeSet<>()).add(m.instance());
        }
    }

    /// Closes the second that began at `start` and begins the next one with nothing counted.
    public Second close(Instant start) {
        Map<SeriesKey, Tally> tallies = new LinkedHashMap<>();
        counting.forEach((key, value) -> {
            if (value.requests > 0) {
                tallies.put(key, value.tally());
            }
        });
        // Series of tasks that are gone must not pile up over a long run.
        counting.values().removeIf(value -> value.requests == 0);
        counting.values().forEach(Counting::clear);
        Second second = new Second(start, Map.copyOf(tallies), Set.copyOf(hurt), Map.copyOf(failing));
        hurt = new TreeSet<>();
        failing = new TreeMap<>();
        return second;
    }

    private static List<Scope> scopes(Measurement m) {
        List<Scope> scopes = new ArrayList<>(5);
        scopes.add(Scope.SITE);
        if (m.cell() != null) {
            scopes.add(new Scope.Cell(m.cell()));
        }
        if (m.zone() != null) {
            scopes.add(new Scope.Zone(m.zone()));
        }
        if (m.cell() != null && m.zone() != null) {
            scopes.add(new Scope.CellZone(m.cell(), m.zone()));
        }
        if (m.instance() != null) {
            scopes.add(new Scope.Instance(m.instance()));
        }
        return scopes;
    }

    private static final class Counting {
        private final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
        private long requests;
        private long useful;

        void add(Measurement m) {
            requests++;
            if (m.outcome().useful()) {
                useful++;
            }
            latency.recordValue(Math.clamp(m.latency().toNanos() / 1000, 0, LONGEST_MICROS));
        }

        Tally tally() {
            return new Tally(requests, useful, latency.getValueAtPercentile(50), latency.getValueAtPercentile(99));
        }

        void clear() {
            requests = 0;
            useful = 0;
            latency.reset();
        }
    }
}
