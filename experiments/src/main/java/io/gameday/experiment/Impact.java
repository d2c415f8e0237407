package io.gameday.experiment;

import io.gameday.observability.Tally;
import java.math.BigDecimal;
import java.time.Duration;

/// When customers have an impact: in seconds with less availability than the steady state asks for. Judges and reports
/// share this, so that a verdict and the document about it count the same seconds.
///
/// @param objective useful answers ÷ requests, 0 to 1
public record Impact(double objective) {

    /// Bad seconds no further apart are one impact: one good second does not make two of one.
    public static final Duration JOIN = Duration.ofSeconds(5);
    /// Where the steady state says nothing about availability.
    public static final double USUAL = 0.999;

    /// By the first line of the steady state that is about availability.
    public static Impact of(Experiment experiment) {
        return new Impact(experiment.prepare().steadyState().stream().filter(c -> c.metric() == Metric.AVAILABILITY)
                .mapToDouble(c -> BigDecimal.valueOf(c.limit()).movePointLeft(2).doubleValue()).findFirst()
                .orElse(USUAL));
    }

    /// Without requests a second is neither good nor bad.
    public boolean bad(Tally tally) {
        return tally.requests() > 0 && tally.useful() < objective * tally.requests();
    }
}
