package io.gameday.observability;

import java.util.Collection;
import java.util.OptionalDouble;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/// How long the requests of one series took, each of them: percentiles of several seconds cannot be made of the
/// percentiles of each. Exact to 1 %. Immutable; takes little memory where latencies are alike.
public final class Distribution {

    private final AbstractHistogram micros;

    private Distribution(AbstractHistogram micros) {
        this.micros = micros;
    }

    static Distribution of(Histogram measured) {
        AbstractHistogram packed = new PackedHistogram(Meter.LONGEST_MICROS, Meter.DIGITS);
        packed.add(measured);
        return new Distribution(packed);
    }

    /// All requests of several seconds.
    static Distribution together(Collection<Distribution> seconds) {
        AbstractHistogram all = new Histogram(Meter.LONGEST_MICROS, Meter.DIGITS);
        seconds.forEach(second -> all.add(second.micros));
        return new Distribution(all);
    }

    /// @param percent 0 to 100
    /// @return empty without requests
    public OptionalDouble percentileMicros(double percent) {
        return ofAll(micros.getValueAtPercentile(percent));
    }

    /// @return empty without requests
    public OptionalDouble minimumMicros() {
        return ofAll(micros.getMinValue());
    }

    /// @return empty without requests
    public OptionalDouble maximumMicros() {
        return ofAll(micros.getMaxValue());
    }

    private OptionalDouble ofAll(long value) {
        return micros.getTotalCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
