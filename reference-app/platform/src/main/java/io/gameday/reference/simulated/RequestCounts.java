package io.gameday.reference.simulated;

import io.gameday.observability.Outcome;
import io.gameday.observability.Server;
import io.gameday.observability.ServerReport;
import io.gameday.observability.ServerReport.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a modelled server counts of its requests until it is asked, in the buckets that a real task has.
final class RequestCounts {

    private static final int[] BOUNDS_MILLIS = {25, 50, 75, 100, 110, 125, 150, 200, 250, 300, 400, 500, 600, 800, 1000,
            2000, 5000};

    private final long[] counts = new long[BOUNDS_MILLIS.length + 1];
    private long requests;
    private long useful;
    private long refused;

    /// @param nanos from its arrival to the answer
    void add(Outcome outcome, long nanos) {
        requests++;
        useful += outcome == Outcome.USEFUL ? 1 : 0;
        refused += outcome == Outcome.REFUSED ? 1 : 0;
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.length && nanos > Duration.ofMillis(BOUNDS_MILLIS[bucket]).toNanos()) {
            bucket++;
        }
        counts[bucket]++;
    }

    /// Tells what was counted since it was told last.
    ServerReport take(Server server) {
        List<Bucket> buckets = new ArrayList<>();
        Duration from = Duration.ZERO;
        for (int i = 0; i < counts.length; i++) {
            Duration to = i < BOUNDS_MILLIS.length ? Duration.ofMillis(BOUNDS_MILLIS[i]) : from;
            if (counts[i] > 0) {
                buckets.add(new Bucket(from, to, counts[i]));
            }
            counts[i] = 0;
            from = to;
        }
        ServerReport told = new ServerReport.Counted(server, requests, useful, refused, buckets);
        requests = 0;
        useful = 0;
        refused = 0;
        return told;
    }
}
