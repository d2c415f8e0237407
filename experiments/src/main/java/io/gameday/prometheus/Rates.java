package io.gameday.prometheus;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What two scrapes of one server tell of the time between them. Not for counters of several servers behind one address.
public record Rates(Scrape.Read before, Scrape.Read after) {

    /// @throws IllegalArgumentException when `after` was not asked for after `before`
    public Rates {
        if (after.ticks() - before.ticks() <= 0) {
            throw new IllegalArgumentException(
                    "after is " + (after.ticks() - before.ticks()) + " ns later than before; allowed: more than 0");
        }
    }

    /// What `question` finds between two scrapes; missing when nothing is known of one of them.
    public static Datapoint between(Scrape before, Scrape after, Function<Rates, Datapoint> question) {
        return switch (before) {
            case Scrape.Unknown(String why) -> new Datapoint.Missing("the scrape before " + why);
            case Scrape.Read earlier -> switch (after) {
                case Scrape.Unknown(String why) -> new Datapoint.Missing("the scrape " + why);
                case Scrape.Read later -> question.apply(new Rates(earlier, later));
            };
        };
    }

    /// What the counters of `selector` grew by per second, all together.
    public Datapoint perSecond(Selector selector) {
        return switch (grown(selector)) {
            case Growth.Known(Map<Series, Double> perSecond) -> Datapoint.of(sum(perSecond), selector + " per second");
            case Growth.Unknown(String why) -> new Datapoint.Missing(why);
        };
    }

    /// Which share of what `whole` counted falls to series whose `label` matches `part`: 0 to 1. Such as the failed requests
    /// among all, by their status. Missing when nothing was counted, or when a series has no such label: a misspelt one
    /// would otherwise show no failure for ever.
    public Datapoint share(Selector whole, String label, Pattern part) {
        return switch (grown(whole)) {
            case Growth.Known(Map<Series, Double> perSecond) -> {
                double hits = 0;
                for (Map.Entry<Series, Double> counted : perSecond.entrySet()) {
                    String value = counted.getKey().label(label);
                    if (value.isEmpty()) {
                        yield new Datapoint.Missing(counted.getKey() + " has no label " + label);
                    }
                    hits += part.matcher(value).matches() ? counted.getValue() : 0;
                }
                yield share(hits, sum(perSecond), whole);
            }
            case Growth.Unknown(String why) -> new Datapoint.Missing(why);
        };
    }

    /// How much `part` counted for each that `whole` counted, where a server counts failures by themselves. Missing when
    /// either is, or when `whole` counted nothing.
    public Datapoint share(Selector part, Selector whole) {
        return switch (grown(part)) {
            case Growth.Unknown(String why) -> new Datapoint.Missing(why);
            case Growth.Known(Map<Series, Double> hits) -> switch (grown(whole)) {
                case Growth.Unknown(String why) -> new Datapoint.Missing(why);
                case Growth.Known(Map<Series, Double> all) -> share(sum(hits), sum(all), whole);
            };
        };
    }

    /// An estimate of a quantile of what a histogram observed, in its own unit; of all series of `buckets` together.
    ///
    /// @param quantile above 0, at most 1: 0.99 for the 99th percentile
    /// @param buckets  the series with the label `le`, such as `http_server_requests_seconds_bucket`
    /// @throws IllegalArgumentException when `quantile` is outside of its range
    public Datapoint quantile(double quantile, Selector buckets) {
        if (!(quantile > 0 && quantile <= 1)) {
            throw new IllegalArgumentException("quantile is " + quantile + "; allowed: above 0, at most 1");
        }
        return switch (grown(buckets)) {
            case Growth.Known(Map<Series, Double> perSecond) -> Buckets.quantile(quantile, perSecond);
            case Growth.Unknown(String why) -> new Datapoint.Missing(why);
        };
    }

    private Growth grown(Selector selector) {
        return Growth.of(selector, before, after);
    }

    private static double sum(Map<Series, Double> perSecond) {
        return perSecond.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Datapoint share(double part, double whole, Selector of) {
        return whole > 0
                ? Datapoint.of(part / whole, "the share of " + of)
                : new Datapoint.Missing(of + " counted nothing between the scrapes");
    }
}
