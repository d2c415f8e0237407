package io.gameday.report.history;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/// The common axis of some rows: zero is always on it, so that lengths can be compared by eye.
///
/// @param to    after `from`
/// @param ticks in order, at most seven
public record Axis(double from, double to, List<Tick> ticks) {

    private static final int MOST_STEPS = 6;
    private static final double[] SECONDS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600,
            7200, 14_400, 43_200, 86_400};
    private static final double[] SHARES = {0.2};

    public record Tick(double at, String words) {
    }

    static Axis of(Quantity.Unit unit, List<Double> values) {
        DoubleSummaryStatistics all = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        double least = Math.min(0, all.getMin());
        double most = switch (unit) {
            case SECONDS -> Math.max(0, all.getMax());
            case SHARE -> 1;
        };
        double step = step(unit == Quantity.Unit.SECONDS ? SECONDS : SHARES, least, most);
        long first = (long) Math.floor(least / step);
        long last = Math.max(first + 1, (long) Math.ceil(most / step));
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(new Tick(i * step, unit.tick(i * step)));
        }
        return new Axis(first * step, last * step, List.copyOf(ticks));
    }

    private static double step(double[] steps, double least, double most) {
        for (double step : steps) {
            if (Math.ceil(most / step) - Math.floor(least / step) <= MOST_STEPS) {
                return step;
            }
        }
        // Longer than six days: steps of whole days, as many as are needed.
        double last = steps[steps.length - 1];
        return last * Math.ceil((most - least) / last / (MOST_STEPS - 1));
    }

    /// Where `value` lies, 0 to 1.
    public double share(double value) {
        return (value - from) / (to - from);
    }
}
