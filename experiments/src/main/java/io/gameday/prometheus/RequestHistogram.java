package io.gameday.prometheus;

import io.gameday.observability.Server;
import io.gameday.observability.ServerReport;
import io.gameday.observability.ServerReport.Bucket;
import io.gameday.observability.ServerReport.Counted;
import io.gameday.observability.ServerReport.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How a server that counts its requests in one histogram of seconds is read, its labels telling how they ended.
///
/// @param requests the histogram's buckets, such as `http_server_requests_seconds_bucket`
/// @param useful   those of them that count requests with a useful answer
/// @param refused  those that count requests refused for want of capacity
public record RequestHistogram(Selector requests, Selector useful, Selector refused) {

    private static final String BOUND = "le";
    /// No server counts as many in a second; more would not add up.
    private static final double MOST = 1e12;
    private static final double LONGEST_SECONDS = 1e6;

    /// What `server` counted between two scrapes of it. The time between them is ours, whatever its own clock says. Empty
    /// where it counts such requests for the first time: since when is not known.
    public Optional<ServerReport> between(Server server, Scrape before, Scrape after) {
        return switch (after) {
            case Scrape.Unknown(String why) -> Optional.of(new Unknown(server, why));
            case Scrape.Read later -> switch (before) {
                case Scrape.Unknown(String why) -> Optional.of(new Unknown(server, why + " when it was asked before"));
                case Scrape.Read earlier ->
                    !counts(earlier) && counts(later) ? Optional.empty() : Optional.of(between(server, earlier, later));
            };
        };
    }

    private boolean counts(Scrape.Read scrape) {
        return scrape.exposition().knows(requests.name());
    }

    private ServerReport between(Server server, Scrape.Read before, Scrape.Read after) {
        if (untouched(before.exposition()) && untouched(after.exposition())) {
            return new Counted(server, 0, 0, 0, List.of());
        }
        return switch (Growth.of(requests, before, after)) {
            case Growth.Unknown(String why) -> new Unknown(server, "told what says nothing: " + why);
            case Growth.Known(Map<Series, Double> perSecond) ->
                counted(server, perSecond, (after.ticks() - before.ticks()) / 1e9);
        };
    }

    /// It counts such requests, but none of these yet.
    private boolean untouched(Exposition told) {
        return told.knows(requests.name()) && told.matching(requests).isEmpty();
    }

    private ServerReport counted(Server server, Map<Series, Double> perSecond, double seconds) {
        Map<Series, TreeMap<Double, Double>> histograms = new TreeMap<>();
        for (Map.Entry<Series, Double> bucket : perSecond.entrySet()) {
            Series series = bucket.getKey();
            try {
                histograms.computeIfAbsent(series.without(BOUND), s -> new TreeMap<>())
                        .put(Numeral.read(BOUND, series.label(BOUND)), bucket.getValue() * seconds);
            } catch (Malformed malformed) {
                return new Unknown(server, "told what is no bucket: " + series + ", " + malformed.getMessage());
            }
        }
        long all = 0;
        long well = 0;
        long no = 0;
        List<Bucket> latencies = new ArrayList<>();
        for (Map.Entry<Series, TreeMap<Double, Double>> histogram : histograms.entrySet()) {
            TreeMap<Double, Double> counts = histogram.getValue();
            double total = counts.getOrDefault(Double.POSITIVE_INFINITY, Double.NaN);
            if (!(total <= MOST) || counts.firstKey() < 0 || counts.size() < 2 || counts.containsKey(Double.NaN)) {
                return new Unknown(server,
                        "told a histogram with the bounds " + counts.keySet()
                                + "; allowed: two or more from 0 on, the last of them +Inf, with at most " + MOST
                                + " requests");
            }
            long count = Math.round(total);
            all += count;
            if (useful.matches(histogram.getKey())) {
                well += count;
            } else if (refused.matches(histogram.getKey())) {
                no += count;
            }
            latencies.addAll(latencies(counts));
        }
        return new Counted(server, all, well, no, latencies);
    }

    /// Counts that fall from one bound to the next, because a server was read while it counted, are raised to the one before.
    private static List<Bucket> latencies(TreeMap<Double, Double> counts) {
        List<Bucket> buckets = new ArrayList<>();
        Duration from = Duration.ZERO;
        long below = 0;
        for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
            long upTo = Math.max(below, Math.round(bucket.getValue()));
            Duration to = bucket.getKey() > LONGEST_SECONDS
                    ? from
                    : Duration.ofNanos(Math.round(bucket.getKey() * 1e9));
            if (upTo > below) {
                buckets.add(new Bucket(from, to, upTo - below));
            }
            below = upTo;
            from = to;
        }
        return buckets;
    }
}
