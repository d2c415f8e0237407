package io.gameday.report.facts;

import io.gameday.experiment.Objective;
import io.gameday.journal.Event;
import io.gameday.report.grade.Impact;
import io.gameday.signal.Period;
import io.gameday.signal.Series;
import io.gameday.signal.Series.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What customers felt of an incident that was read afterwards: the samples of a metric of the team's own.
///
/// @param period  that was asked about
/// @param samples by time
public record Felt(Stamped<Event.MetricRead> metric, Period period, List<Event.SampleRead> samples) {

    /// Requests of some time, as the metric and the rate of requests give them.
    ///
    /// @param of 0 where nobody counted them
    public record Counted(long failed, long of) {
    }

    private static final Counted NOT_COUNTED = new Counted(0, 0);

    /// Exactly one bound is in the journal.
    public Objective objective() {
        Double least = metric.event().atLeast();
        Double most = metric.event().atMost();
        if (least != null) {
            return new Objective.AtLeast(least);
        }
        if (most != null) {
            return new Objective.AtMost(most);
        }
        throw new IllegalStateException("entry " + metric.seq() + " of the journal has neither atLeast nor atMost");
    }

    public Duration step() {
        return metric.event().step();
    }

    /// When customers had less than the objective, and when that is not known.
    public Impact impact() {
        return Impact.of(series(), objective(), period);
    }

    private Series series() {
        return new Series(step(), samples.stream().map(s -> new Sample(s.when(), s.value())).toList(), List.of());
    }

    /// The value farthest from the objective; empty without any.
    public Optional<Event.SampleRead> worst() {
        Comparator<Event.SampleRead> byValue = Comparator.comparingDouble(Event.SampleRead::value);
        return samples.stream().min(switch (objective()) {
            case Objective.AtLeast _ -> byValue;
            case Objective.AtMost _ -> byValue.reversed();
        });
    }

    /// `value` in words.
    public String words(double value) {
        return Impact.words(objective(), value);
    }

    /// When the newest sample is over.
    public Instant until() {
        return samples.isEmpty() ? period.from() : end(samples.getLast());
    }

    private Instant end(Event.SampleRead sample) {
        Instant end = sample.when().plus(step());
        return end.isAfter(period.to()) ? period.to() : end;
    }

    /// Of the samples from `begin` to before `end`: each stands for its step. Not counted where one of them does not tell how
    /// many there were, or the metric is no share of them.
    public Counted counted(Instant begin, Instant end) {
        List<Event.SampleRead> these = samples.stream().filter(s -> !s.when().isBefore(begin) && s.when().isBefore(end))
                .toList();
        if (!(objective() instanceof Objective.AtLeast)) {
            return NOT_COUNTED;
        }
        double of = 0;
        double failed = 0;
        for (Event.SampleRead sample : these) {
            Double rate = sample.requests();
            if (rate == null) {
                return NOT_COUNTED;
            }
            double requests = rate * Duration.between(sample.when(), end(sample)).toMillis() / 1000.0;
            of += requests;
            failed += requests * Math.clamp(1 - sample.value(), 0, 1);
        }
        return new Counted(Math.round(failed), Math.round(of));
    }
}
