package io.gameday.reference.policy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How many tasks a cell should have for its load: AWS's target tracking, with five seconds for each of its minutes.
///
/// - Out, quickly: three datapoints in a row above the target, and as many tasks are wanted as would have brought their
///   mean down to it. For the warm-up after that nothing is concluded, since the new tasks do not work yet.
/// - In, slowly: fifteen datapoints in a row at less than nine tenths of the target, and one task fewer is wanted, not
///   sooner than the cool-down after the last change.
/// - Without data nothing changes, and counting begins anew.
///
/// The share of slots in use cannot be more than 100 %, however many requests are refused: a target of 90 % therefore never
/// asks for more than one task in nine at a time, and one of 50 % for twice as many.
///
/// Not for use by several threads.
public final class TargetTracking {

    static final int DATAPOINT_SECONDS = 5;
    static final int OUT_DATAPOINTS = 3;
    static final int IN_DATAPOINTS = 15;
    private static final double IN_SHARE = 0.9;

    private final Rule rule;
    private final int least;
    private final int most;
    private final List<Double> seconds = new ArrayList<>();
    private final Deque<Double> points = new ArrayDeque<>();
    private long quietUntil;
    private long changed;
    private boolean everChanged;
    private int elapsed;

    /// @param targetPercent of the worker slots in use
    /// @param warmUp        after tasks were added, for which nothing is concluded from the load
    /// @param coolDown      after the number was changed, for which none is taken away
    public record Rule(int targetPercent, Duration warmUp, Duration coolDown) {
    }

    /// @param least tasks of the cell, and what it begins with; 1 or more
    /// @param most  tasks of the cell; `least` or more
    public TargetTracking(Rule rule, int least, int most) {
        this.rule = rule;
        this.least = least;
        this.most = most;
    }

    /// Another number of tasks is wanted. @param why the numbers that decided it
    public record Decision(int tasks, String why) {
    }

    /// Closes one second.
    ///
    /// @param used  share of the worker slots in use, 0 to 1; empty when it is not known
    /// @param tasks wanted so far
    /// @param now   ticks in nanoseconds
    public Optional<Decision> second(OptionalDouble used, int tasks, long now) {
        if (everChanged && now - quietUntil < 0) {
            return Optional.empty();
        }
        used.ifPresent(seconds::add);
        if (++elapsed < DATAPOINT_SECONDS) {
            return Optional.empty();
        }
        boolean known = !seconds.isEmpty();
        double point = seconds.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        seconds.clear();
        elapsed = 0;
        if (!known) {
            points.clear();
            return Optional.empty();
        }
        points.addLast(point);
        if (points.size() > IN_DATAPOINTS) {
            points.removeFirst();
        }
        return out(tasks, now).or(() -> in(tasks, now));
    }

    private Optional<Decision> out(int tasks, long now) {
        List<Double> newest = newest(OUT_DATAPOINTS);
        if (newest.size() < OUT_DATAPOINTS || newest.stream().anyMatch(point -> point <= target())) {
            return Optional.empty();
        }
        double mean = newest.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        int wanted = Math.min(most, (int) Math.ceil(tasks * mean / target()));
        if (wanted <= tasks) {
            return Optional.empty();
        }
        quietUntil = now + rule.warmUp().toNanos();
        return Optional.of(change(wanted, mean, OUT_DATAPOINTS, now));
    }

    private Optional<Decision> in(int tasks, long now) {
        double highest = points.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        boolean low = points.size() == IN_DATAPOINTS && highest < IN_SHARE * target();
        boolean cooled = !everChanged || now - changed >= rule.coolDown().toNanos();
        if (!low || !cooled || tasks <= least) {
            return Optional.empty();
        }
        quietUntil = now;
        return Optional.of(change(tasks - 1, highest, IN_DATAPOINTS, now));
    }

    private Decision change(int wanted, double share, int datapoints, long now) {
        points.clear();
        changed = now;
        everChanged = true;
        return new Decision(wanted,
                String.format(Locale.ROOT, "%.0f %% of the slots in use over %d s, target %d %%", 100 * share,
                        Duration.ofSeconds((long) datapoints * DATAPOINT_SECONDS).toSeconds(), rule.targetPercent()));
    }

    private List<Double> newest(int count) {
        return points.stream().skip(Math.max(0, points.size() - count)).toList();
    }

    private double target() {
        return rule.targetPercent() / 100.0;
    }
}
