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
import org.jspecify.annotations.Nullable;

/// Gathers measurements into seconds. Belongs to one loop; not for use by several threads.
public final class Meter {

    /// Above it a request is slow unless said otherwise. Twice the 150 ms that cdk-multi-az-observability wants of a
    /// zone's p99: its alarm looks at minutes, ours at ten seconds, in which a queue may fill and empty again. In the
    /// reference app an order takes about 100 ms.
    public static final Duration SLOW = Duration.ofMillis(300);

    static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
    static final int DIGITS = 2;

    private final Duration limit;
    private final Set<SeriesKey> distributed;
    private final Map<SeriesKey, Counting> counting = new HashMap<>();
    private Set<String> hurt = new TreeSet<>();
    private Map<String, Set<String>> failing = new TreeMap<>();
    private Map<String, Set<String>> slow = new TreeMap<>();
    private Map<Server, String> silent = new HashMap<>();

    public Meter() {
        this(SLOW, Set.of());
    }

    /// @param limit a request that takes longer is slow, and so is one that is not answered; more than zero
    public Meter(Duration limit) {
        this(limit, Set.of());
    }

    /// @param limit       a request that takes longer is slow, and so is one that is not answered; more than zero
    /// @param distributed series of which every latency is kept, for as long as their seconds are
    public Meter(Duration limit, Set<SeriesKey> distributed) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("limit is " + limit + "; allowed: more than zero");
        }
        this.limit = limit;
        this.distributed = Set.copyOf(distributed);
    }

    /// Counts `m` in every scope it belongs to.
    public void record(Measurement m) {
        boolean isSlow = m.outcome() == Outcome.UNANSWERED || m.latency().compareTo(limit) > 0;
        for (Scope scope : scopes(m)) {
            counting.computeIfAbsent(new SeriesKey(m.observer(), scope), k -> new Counting()).add(m, isSlow);
        }
        if (isSlow) {
            note(slow, m);
        }
        if (m.outcome().useful()) {
            return;
        }
        if (m.customer() != null) {
            hurt.add(m.customer());
        }
        note(failing, m);
    }

    private static void note(Map<String, Set<String>> instances, Measurement m) {
        if (m.observer() != Observer.CUSTOMER && m.zone() != null && m.instance() != null) {
            instances.computeIfAbsent(m.zone(), z -> new TreeSet<>()).add(m.instance());
        }
    }

    /// Counts what a server told, in every scope it belongs to; the site, cells and zones add up their tasks. One that did
    /// not tell is silent, and nothing is counted of it.
    public void record(ServerReport report) {
        switch (report) {
            case ServerReport.Unknown(Server server, String why) -> silent.put(server, why);
            case ServerReport.Counted counted -> scopes(counted.server()).forEach(scope -> counting
                    .computeIfAbsent(new SeriesKey(Observer.SERVER, scope), k -> new Counting()).add(counted, limit));
        }
    }

    /// Closes the second that began at `start` and begins the next one with nothing counted.
    public Second close(Instant start) {
        Map<SeriesKey, Tally> tallies = new LinkedHashMap<>();
        Map<SeriesKey, Distribution> distributions = new HashMap<>();
        counting.forEach((key, value) -> {
            if (value.heard()) {
                tallies.put(key, value.tally());
                if (distributed.contains(key)) {
                    distributions.put(key, Distribution.of(value.latency));
                }
            }
        });
        // Series of tasks that are gone must not pile up over a long run.
        counting.values().removeIf(value -> !value.heard());
        counting.values().forEach(Counting::clear);
        Second second = new Second(start, Map.copyOf(tallies), Set.copyOf(hurt), Map.copyOf(failing), Map.copyOf(slow),
                Map.copyOf(distributions), Map.copyOf(silent));
        silent = new HashMap<>();
        hurt = new TreeSet<>();
        failing = new TreeMap<>();
        slow = new TreeMap<>();
        return second;
    }

    private static List<Scope> scopes(Measurement m) {
        return scopes(m.cell(), m.zone(), m.instance());
    }

    /// One that stands in front of the tasks counts what they count as well, and so stands for itself alone.
    private static List<Scope> scopes(Server server) {
        return server.cell() == null
                ? List.of(new Scope.Instance(server.instance()))
                : scopes(server.cell(), server.zone(), server.instance());
    }

    private static List<Scope> scopes(@Nullable String cell, @Nullable String zone, @Nullable String instance) {
        List<Scope> scopes = new ArrayList<>(5);
        scopes.add(Scope.SITE);
        if (cell != null) {
            scopes.add(new Scope.Cell(cell));
        }
        if (zone != null) {
            scopes.add(new Scope.Zone(zone));
        }
        if (cell != null && zone != null) {
            scopes.add(new Scope.CellZone(cell, zone));
        }
        if (instance != null) {
            scopes.add(new Scope.Instance(instance));
        }
        return scopes;
    }

    private static final class Counting {
        private final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
        private long requests;
        private long useful;
        private long slow;
        private long totalMicros;
        private long refused;
        private boolean told;

        /// Whether anything is known of this second.
        boolean heard() {
            return told || requests > 0;
        }

        void add(ServerReport.Counted counted, Duration limit) {
            told = true;
            requests += counted.requests();
            useful += counted.useful();
            refused += counted.refused();
            for (ServerReport.Bucket bucket : counted.latencies()) {
                bucket.spread((at, count) -> {
                    slow += at.compareTo(limit) > 0 ? count : 0;
                    latency.recordValueWithCount(micros(at), count);
                });
            }
            // Histograms may be read a moment later than they are counted in.
            slow = Math.min(slow, requests);
        }

        void add(Measurement m, boolean isSlow) {
            requests++;
            if (m.outcome() == Outcome.REFUSED) {
                refused++;
            }
            if (isSlow) {
                slow++;
            }
            if (m.outcome().useful()) {
                useful++;
            }
            long micros = micros(m.latency());
            latency.recordValue(micros);
            totalMicros += micros;
        }

        private static long micros(Duration latency) {
            return Math.clamp(latency.toNanos() / 1000, 0, LONGEST_MICROS);
        }

        Tally tally() {
            return new Tally(requests, useful, latency.getValueAtPercentile(50), latency.getValueAtPercentile(99), slow,
                    totalMicros, refused);
        }

        void clear() {
            requests = 0;
            useful = 0;
            slow = 0;
            totalMicros = 0;
            refused = 0;
            told = false;
            latency.reset();
        }
    }
}
