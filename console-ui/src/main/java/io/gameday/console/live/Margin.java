package io.gameday.console.live;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.experiment.Metric;
import io.gameday.experiment.MetricCondition;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// How far a stop condition is from being met.
///
/// @param limit  where the bar's mark stands, 0 to 1
/// @param value  where the newest second stands, 0 to 1; negative without requests
/// @param margin such as `+3.0 points`
record Margin(String line, String current, String margin, State state, String stateWords, double limit, double value,
        boolean breachesBelow, String heldFor, String longest) {

    /// Closer than this to the limit is worth a word, in percentage points.
    private static final double CLOSE_POINTS = 5;
    private static final double CLOSE_SHARE = 0.1;

    static List<Margin> of(List<Held> conditions) {
        return conditions.stream().map(Margin::of).toList();
    }

    private static Margin of(Held held) {
        MetricCondition condition = held.condition();
        Metric metric = condition.metric();
        OptionalDouble value = metric.of(held.newest());
        boolean below = switch (condition.comparison()) {
            case BELOW, AT_MOST -> true;
            case ABOVE, AT_LEAST -> false;
        };
        double end = metric == Metric.AVAILABILITY ? 100 : condition.limit() * 2;
        String key = below ? "live.stops.below-for" : "live.stops.above-for";
        boolean counting = held.now() > 0;
        double distance = value.isEmpty()
                ? Double.NaN
                : below ? value.getAsDouble() - condition.limit() : condition.limit() - value.getAsDouble();
        double close = metric == Metric.AVAILABILITY ? CLOSE_POINTS : condition.limit() * CLOSE_SHARE;
        State state = value.isEmpty()
                ? State.UNKNOWN
                : counting ? State.ALARM : distance < close ? State.GRAY : State.PLAIN;
        String words = value.isEmpty()
                ? Texts.of("live.stops.no-requests")
                : counting ? Texts.of("live.stops.counting") : distance < close ? Texts.of("live.stops.close") : "";
        return new Margin(Texts.said(condition.words()), value.isEmpty() ? "–" : metric.words(value.getAsDouble()),
                value.isEmpty() ? "" : margin(metric, distance), state, words, Math.min(1, condition.limit() / end),
                value.isEmpty() ? -1 : Math.min(1, value.getAsDouble() / end), below,
                Texts.of(key, held.now(), held.wanted()), Texts.of("live.stops.longest", held.longest()));
    }

    private static String margin(Metric metric, double distance) {
        return metric == Metric.AVAILABILITY
                ? Texts.of("live.stops.points", String.format(Locale.ROOT, "%+.1f", distance))
                : String.format(Locale.ROOT, "%+.0f ms", distance);
    }
}
