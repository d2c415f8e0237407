package io.gameday.observability.alarm;

import io.gameday.observability.Distribution;
import io.gameday.observability.History;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmRule.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/// An alarm over one metric as CloudWatch has them: a statistic of each whole period against a threshold. A period in
/// which no request ended has no datapoint, whatever the metric: where nothing happens nothing is published.
///
/// ```
/// seconds   | 1 2 3 4 5 | 6 7 8 9 10 | …
/// datapoint       53          59          against the threshold; M of the newest N breach ──► ALARM
/// ```
///
/// @param each      one alarm for each of these places
/// @param threshold in milliseconds, percent or requests per second, as `metric` and `statistic` have it
/// @param period    seconds; 1 to 60
/// @param condition over periods
public record MetricAlarm(String name, Each each, Observer observer, Metric metric, Statistic statistic, Bound bound,
        double threshold, int period, MOutOfN condition) {

    /// In seconds.
    public static final int LONGEST_PERIOD = 60;

    /// @throws IllegalArgumentException when the statistic says nothing about the metric, or the period is out of its range
    public MetricAlarm {
        if (!metric.has(statistic)) {
            throw new IllegalArgumentException("statistic is " + statistic + "; allowed for "
                    + metric.name().toLowerCase(Locale.ROOT) + ": " + metric.statistics());
        }
        if (period < 1 || period > LONGEST_PERIOD) {
            throw new IllegalArgumentException("period is " + period + " s; allowed: 1 s to " + LONGEST_PERIOD + " s");
        }
    }

    /// The places that an alarm is about.
    public enum Each {
        SITE, ZONE, CELL;

        /// Whether `scope` is such a place.
        public boolean fits(Scope scope) {
            return switch (scope) {
                case Scope.Site site -> this == SITE;
                case Scope.Zone zone -> this == ZONE;
                case Scope.Cell cell -> this == CELL;
                case Scope.CellZone part -> false;
                case Scope.Instance task -> false;
            };
        }

        /// Those of a system of these cells and zones.
        public List<Scope> places(List<String> cells, List<String> zones) {
            return switch (this) {
                case SITE -> List.of(Scope.SITE);
                case ZONE -> zones.stream().<Scope>map(Scope.Zone::new).toList();
                case CELL -> cells.stream().<Scope>map(Scope.Cell::new).toList();
            };
        }
    }

    /// What is measured.
    public enum Metric {
        /// Milliseconds from the intended start; a request without an answer counts as the limit it waited for.
        LATENCY("average, minimum, maximum, p0 to p100"),
        /// Useful answers ÷ requests, in percent.
        AVAILABILITY("average"),
        /// Requests without a useful answer: their share in percent, or how many a second.
        ERRORS("average, sum"),
        /// Requests a second.
        REQUESTS("sum");

        private final String statistics;

        Metric(String statistics) {
            this.statistics = statistics;
        }

        /// Those that say something about it.
        public String statistics() {
            return statistics;
        }

        public boolean has(Statistic statistic) {
            return switch (statistic) {
                case Statistic.Average average -> this != REQUESTS;
                case Statistic.Sum sum -> this == ERRORS || this == REQUESTS;
                case Statistic.Minimum minimum -> this == LATENCY;
                case Statistic.Maximum maximum -> this == LATENCY;
                case Statistic.Percentile percentile -> this == LATENCY;
            };
        }
    }

    /// What is made of all requests of a period.
    public sealed interface Statistic {
        record Average() implements Statistic {
            @Override
            public String toString() {
                return "average";
            }
        }

        /// Told as so many a second, whatever the period.
        record Sum() implements Statistic {
            @Override
            public String toString() {
                return "sum";
            }
        }

        record Minimum() implements Statistic {
            @Override
            public String toString() {
                return "minimum";
            }
        }

        record Maximum() implements Statistic {
            @Override
            public String toString() {
                return "maximum";
            }
        }

        /// @param percent 0 to 100
        record Percentile(double percent) implements Statistic {
            public Percentile {
                if (!(percent >= 0 && percent <= 100)) {
                    throw new IllegalArgumentException("percentile is " + percent + "; allowed: 0 to 100");
                }
            }

            @Override
            public String toString() {
                return "p" + BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
            }
        }
    }

    /// Which side of the threshold breaches.
    public enum Bound {
        ABOVE("above"), AT_LEAST("at least"), BELOW("below"), AT_MOST("at most");

        private final String words;

        Bound(String words) {
            this.words = words;
        }

        boolean breaches(double value, double threshold) {
            return switch (this) {
                case ABOVE -> value > threshold;
                case AT_LEAST -> value >= threshold;
                case BELOW -> value < threshold;
                case AT_MOST -> value <= threshold;
            };
        }
    }

    /// The alarms for a system of these cells and zones, in a fixed order.
    public List<Alarm> alarms(List<String> cells, List<String> zones) {
        List<Alarm> alarms = new ArrayList<>();
        for (Scope place : each.places(cells, zones)) {
            alarms.add(new Alarm(name, place, condition, history -> read(history, place), period));
        }
        return alarms;
    }

    /// The series whose latencies must be kept one by one.
    public Set<SeriesKey> distributed(List<String> cells, List<String> zones) {
        Set<SeriesKey> series = new HashSet<>();
        if (metric == Metric.LATENCY && !(statistic instanceof Statistic.Average)) {
            each.places(cells, zones).forEach(place -> series.add(new SeriesKey(observer, place)));
        }
        return series;
    }

    private Reading read(History history, Scope place) {
        OptionalDouble value = value(history, place);
        String over = " over " + period + " s";
        if (value.isEmpty()) {
            return new Reading(Datapoint.MISSING, () -> "no requests" + over);
        }
        double seen = value.getAsDouble();
        return new Reading(bound.breaches(seen, threshold) ? Datapoint.BREACHING : Datapoint.WELL,
                () -> what() + " " + words(seen) + over + ", alarm " + bound.words + " " + words(threshold));
    }

    private OptionalDouble value(History history, Scope place) {
        Tally tally = history.tally(observer, place, period);
        if (tally.requests() == 0) {
            return OptionalDouble.empty();
        }
        return switch (metric) {
            case LATENCY -> latency(history, place, tally);
            case AVAILABILITY -> OptionalDouble.of(100.0 * tally.useful() / tally.requests());
            case ERRORS -> OptionalDouble.of(statistic instanceof Statistic.Sum
                    ? (double) tally.failed() / period
                    : 100.0 * tally.failed() / tally.requests());
            case REQUESTS -> OptionalDouble.of((double) tally.requests() / period);
        };
    }

    private OptionalDouble latency(History history, Scope place, Tally tally) {
        Distribution all = history.distribution(observer, place, period);
        OptionalDouble micros = switch (statistic) {
            case Statistic.Average average -> tally.meanMicros();
            case Statistic.Minimum minimum -> all.minimumMicros();
            case Statistic.Maximum maximum -> all.maximumMicros();
            case Statistic.Percentile(double percent) -> all.percentileMicros(percent);
            // Nobody asks for it: latencies added up say nothing.
            case Statistic.Sum sum -> OptionalDouble.empty();
        };
        return micros.isEmpty() ? micros : OptionalDouble.of(micros.getAsDouble() / 1000);
    }

    private String what() {
        return switch (metric) {
            case LATENCY -> statistic + " latency";
            case AVAILABILITY -> "availability";
            case ERRORS -> "errors";
            case REQUESTS -> "requests";
        };
    }

    private String words(double value) {
        return switch (metric) {
            case LATENCY -> number(value) + " ms";
            case AVAILABILITY -> number(value) + " %";
            case ERRORS -> number(value) + (statistic instanceof Statistic.Sum ? "/s" : " %");
            case REQUESTS -> number(value) + "/s";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
