package io.gameday.experiment;

import io.gameday.observability.Observer;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MetricAlarm;
import io.gameday.observability.alarm.MetricAlarm.Bound;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.MetricAlarm.Metric;
import io.gameday.observability.alarm.MetricAlarm.Statistic;
import io.gameday.observability.alarm.MissingData;
import io.gameday.yaml.Fields;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an alarm over a metric, such as
/// `{ alarm: mean-latency, metric: latency, statistic: average, above: 60ms, period: 10s, datapoints: 2 of 3 }`.
final class MetricAlarmReader {

    private static final Map<String, Metric> METRICS = Map.of("latency", Metric.LATENCY, "availability",
            Metric.AVAILABILITY, "errors", Metric.ERRORS, "requests", Metric.REQUESTS);
    private static final Map<String, Bound> BOUNDS = Map.of("above", Bound.ABOVE, "atLeast", Bound.AT_LEAST, "below",
            Bound.BELOW, "atMost", Bound.AT_MOST);
    private static final Map<String, Statistic> STATISTICS = Map.of("average", new Statistic.Average(), "sum",
            new Statistic.Sum(), "minimum", new Statistic.Minimum(), "maximum", new Statistic.Maximum());
    private static final Map<String, Observer> OBSERVERS = Map.of("customers", Observer.CUSTOMER, "attempts",
            Observer.ATTEMPT, "canaries", Observer.CANARY);
    private static final Map<String, Each> PLACES = Map.of("site", Each.SITE, "zone", Each.ZONE, "cell", Each.CELL);
    private static final Map<String, MissingData> MISSING = Map.of("missing", MissingData.MISSING, "ignore",
            MissingData.IGNORE, "breaching", MissingData.BREACHING, "notBreaching", MissingData.NOT_BREACHING);
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,6})?)");
    private static final Pattern DATAPOINTS = Pattern.compile("(\\d{1,4}) of (\\d{1,4})");
    private static final int MOST_DATAPOINTS = 60;
    private static final Duration SHORTEST_LATENCY = Duration.ofMillis(1);
    private static final Duration LONGEST_LATENCY = Duration.ofMinutes(2);
    private static final double MOST_REQUESTS = 1_000_000;

    private MetricAlarmReader() {
    }

    /// Whether the line is about a metric and not over other alarms.
    static boolean reads(Fields fields) {
        return fields.has("metric");
    }

    /// @return empty when something is wrong with it; the problem has been told
    static Optional<MetricAlarm> read(String name, Optional<Each> each, Fields fields, ExpectationReader.Names names) {
        Optional<Metric> metric = Optional.ofNullable(METRICS.get(fields.oneOf("metric", METRICS.keySet())));
        Optional<Statistic> statistic = statistic(fields, metric.orElse(null));
        Observer observer = fields.choice("observer", OBSERVERS, Observer.CUSTOMER);
        if (observer == Observer.CUSTOMER) {
            each.ifPresent(place -> names.customersUnseen(fields, "each", place));
        }
        int period = period(fields);
        Optional<MOutOfN> condition = condition(fields, fields.choice("missing", MISSING, MissingData.MISSING));
        Optional<Bounded> bounded = metric.isEmpty() || statistic.isEmpty()
                ? Optional.empty()
                : bound(fields, metric.get(), statistic.get());
        // What could not be read has been told of.
        BOUNDS.keySet().forEach(fields::optionalText);
        return bounded.flatMap(bound -> condition.filter(known -> each.isPresent())
                .map(found -> new MetricAlarm(name, each.orElseThrow(), observer, metric.orElseThrow(),
                        statistic.orElseThrow(), bound.bound(), bound.threshold(), period, found)));
    }

    /// What the alarm of this line is about: the site, unless it is over a metric and says something else. Empty when that
    /// cannot be read; the problem has been told.
    static Optional<Each> each(Fields fields) {
        Optional<String> word = reads(fields) ? fields.optionalOneOf("each", PLACES.keySet()) : Optional.empty();
        return word.isEmpty() ? Optional.of(Each.SITE) : Optional.ofNullable(PLACES.get(word.get()));
    }

    private static Optional<Statistic> statistic(Fields fields, @Nullable Metric metric) {
        String text = fields.optionalText("statistic").orElse("");
        if (metric == null) {
            return Optional.empty();
        }
        Optional<Statistic> statistic = text.isEmpty() && !fields.has("statistic")
                ? Optional.of(metric == Metric.REQUESTS ? new Statistic.Sum() : new Statistic.Average())
                : statistic(text);
        if (statistic.isEmpty() || !metric.has(statistic.get())) {
            if (!text.isEmpty()) {
                fields.problem("statistic", fields.name("statistic") + " is '" + text + "'; allowed for "
                        + fields.optionalText("metric").orElse("") + ": " + metric.statistics());
            }
            return Optional.empty();
        }
        return statistic;
    }

    private static Optional<Statistic> statistic(String text) {
        Matcher percentile = PERCENTILE.matcher(text);
        if (!percentile.matches()) {
            return Optional.ofNullable(STATISTICS.get(text));
        }
        double percent = Double.parseDouble(percentile.group(1));
        return percent > 100 ? Optional.empty() : Optional.of(new Statistic.Percentile(percent));
    }

    private static int period(Fields fields) {
        Duration period = fields.duration("period", Duration.ofSeconds(1),
                Duration.ofSeconds(MetricAlarm.LONGEST_PERIOD));
        if (period != null && period.toMillis() % 1000 != 0) {
            fields.problem("period", fields.name("period") + " is " + Units.words(period) + "; allowed: whole seconds");
        }
        return period == null ? MetricAlarm.LONGEST_PERIOD : Math.max(1, Math.toIntExact(period.toSeconds()));
    }

    private static Optional<MOutOfN> condition(Fields fields, MissingData missing) {
        String text = fields.optionalText("datapoints").orElse("");
        if (text.isEmpty()) {
            return fields.has("datapoints") ? Optional.empty() : Optional.of(new MOutOfN(1, 1, missing));
        }
        Matcher given = DATAPOINTS.matcher(text);
        int m = given.matches() ? Integer.parseInt(given.group(1)) : 0;
        int n = given.matches() ? Integer.parseInt(given.group(2)) : 0;
        if (m < 1 || n > MOST_DATAPOINTS || m > n) {
            fields.problem("datapoints", fields.name("datapoints") + " is '" + text
                    + "'; allowed: M of N, such as 2 of " + "3, with M from 1 to N and N up to " + MOST_DATAPOINTS);
            return Optional.empty();
        }
        return Optional.of(new MOutOfN(m, n, missing));
    }

    private record Bounded(Bound bound, double threshold) {
    }

    private static Optional<Bounded> bound(Fields fields, Metric metric, Statistic statistic) {
        List<String> given = BOUNDS.keySet().stream().sorted().filter(fields::has).toList();
        if (given.size() != 1) {
            fields.problem("metric",
                    fields.name("metric") + " needs one bound; given: "
                            + (given.isEmpty() ? "none" : String.join(", ", given)) + "; allowed: one of "
                            + String.join(", ", BOUNDS.keySet().stream().sorted().toList()));
            return Optional.empty();
        }
        String word = given.getFirst();
        Double threshold = switch (metric) {
            case LATENCY -> latency(fields, word);
            case AVAILABILITY -> fields.percent(word, 0, 100);
            case ERRORS ->
                statistic instanceof Statistic.Sum ? fields.rate(word, 0, MOST_REQUESTS) : fields.percent(word, 0, 100);
            case REQUESTS -> fields.rate(word, 0, MOST_REQUESTS);
        };
        return Optional.ofNullable(BOUNDS.get(word)).filter(bound -> threshold != null)
                .map(bound -> new Bounded(bound, threshold));
    }

    private static @Nullable Double latency(Fields fields, String word) {
        Duration duration = fields.duration(word, SHORTEST_LATENCY, LONGEST_LATENCY);
        if (duration == null) {
            return null;
        }
        int beyond = duration.compareTo(Experiment.Customers.PATIENCE);
        boolean never = word.equals("above") && beyond >= 0 || word.equals("atLeast") && beyond > 0;
        if (never) {
            String patience = Units.words(Experiment.Customers.PATIENCE);
            fields.problem(word,
                    fields.name(word) + " is " + Units.words(duration) + ", which never breaches: a request without an "
                            + "answer counts as " + patience + ", the limit it waits for; allowed: "
                            + (word.equals("above") ? "less than " : "up to ") + patience);
            return null;
        }
        return duration.toNanos() / 1e6;
    }
}
