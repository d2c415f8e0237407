package io.gameday.report.grade;

import io.gameday.experiment.Objective;
import io.gameday.report.grade.Grade.Gap;
import io.gameday.report.text.Figures;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.Series.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// When customers had less than the objective, and when that is not known.
///
/// A sample stands for the step that begins with it. One good sample between two bad ones does not make two impacts of
/// one; two do, and so does a gap.
///
/// @param spans by time
/// @param gaps  longer than one missing sample
public record Impact(List<Span> spans, List<Gap> gaps) {

    /// @param began as in [Grade.Window]
    public record Span(int number, Instant from, Instant to, boolean began, boolean over, Sample worst) {
    }

    public static Impact of(Series series, Objective objective, Period period) {
        List<Sample> samples = series.samples();
        Duration step = series.step();
        List<List<Sample>> groups = new ArrayList<>();
        for (Sample sample : samples) {
            if (objective.met(sample.value())) {
                continue;
            }
            boolean joins = !groups.isEmpty()
                    && !sample.at().isAfter(groups.getLast().getLast().at().plus(step.multipliedBy(2)));
            if (!joins) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(sample);
        }
        List<Span> spans = new ArrayList<>();
        for (List<Sample> bad : groups) {
            Instant from = bad.getFirst().at();
            Instant to = earlier(bad.getLast().at().plus(step), period.to());
            // What stands at the edge of what was measured may have begun before, or gone on.
            boolean began = samples.stream()
                    .anyMatch(s -> s.at().isBefore(from) && !s.at().isBefore(from.minus(step.multipliedBy(2))));
            boolean over = samples.stream().anyMatch(s -> !s.at().isBefore(to) && !s.at().isAfter(to.plus(step)));
            Sample worst = bad.stream().reduce((a, b) -> worse(objective, a, b) ? a : b).orElseThrow();
            spans.add(new Span(spans.size() + 1, from, to, began, over, worst));
        }
        return new Impact(List.copyOf(spans), gaps(samples, step, period));
    }

    private static boolean worse(Objective objective, Sample a, Sample b) {
        return switch (objective) {
            case Objective.AtLeast _ -> a.value() <= b.value();
            case Objective.AtMost _ -> a.value() >= b.value();
        };
    }

    private static List<Gap> gaps(List<Sample> samples, Duration step, Period period) {
        List<Gap> gaps = new ArrayList<>();
        Instant known = period.from();
        for (Sample sample : samples) {
            gap(gaps, known, sample.at(), step);
            known = sample.at().plus(step);
        }
        gap(gaps, known, period.to(), step);
        return List.copyOf(gaps);
    }

    private static void gap(List<Gap> gaps, Instant from, Instant to, Duration step) {
        if (Duration.between(from, to).compareTo(step) > 0) {
            gaps.add(new Gap(from, to));
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /// Such as `at least 99.9 %`.
    public static String words(Objective objective) {
        return switch (objective) {
            case Objective.AtLeast(double share) -> "at least " + precise(share);
            case Objective.AtMost(double most) -> "at most " + number(most);
        };
    }

    /// A value of the metric that the objective is about.
    public static String words(Objective objective, double value) {
        return switch (objective) {
            case Objective.AtLeast _ -> Figures.percent(Math.min(1, value));
            case Objective.AtMost _ -> number(value);
        };
    }

    /// All digits of the objective: 99.99 % is not 99.9 %.
    private static String precise(double share) {
        return number(Math.round(share * 1e8) / 1e6) + " %";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceFirst("\\.?0+$", "");
    }
}
