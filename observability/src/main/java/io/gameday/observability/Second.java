package io.gameday.observability;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// One closed second: what every series counted, and which customers and instances failed in it.
///
/// A request belongs to the second in which its outcome became known, so that a second is final as soon as it is
/// over. A request that times out is therefore counted its limit later than it began.
///
/// @param start            the second's beginning
/// @param series           only series with at least one request; of servers also those that told of none
/// @param hurt             customers with at least one request without a useful answer
/// @param failingInstances instances, by zone, with at least one failed attempt or canary
/// @param slowInstances    instances, by zone, with at least one slow attempt or canary
/// @param distributions    of the series whose latencies are kept one by one, those with at least one request
/// @param silent           servers that were asked what they counted and did not tell, and why
public record Second(Instant start, Map<SeriesKey, Tally> series, Set<String> hurt,
        Map<String, Set<String>> failingInstances, Map<String, Set<String>> slowInstances,
        Map<SeriesKey, Distribution> distributions, Map<Server, String> silent) {

    /// No latencies are kept one by one, and no server was silent.
    public Second(Instant start, Map<SeriesKey, Tally> series, Set<String> hurt,
            Map<String, Set<String>> failingInstances, Map<String, Set<String>> slowInstances) {
        this(start, series, hurt, failingInstances, slowInstances, Map.of(), Map.of());
    }

    /// Nothing was slow, and no server silent.
    public Second(Instant start, Map<SeriesKey, Tally> series, Set<String> hurt,
            Map<String, Set<String>> failingInstances) {
        this(start, series, hurt, failingInstances, Map.of());
    }

    /// What `observer` counted for `scope`; [Tally#NONE] when nothing.
    public Tally tally(Observer observer, Scope scope) {
        return series.getOrDefault(new SeriesKey(observer, scope), Tally.NONE);
    }
}
