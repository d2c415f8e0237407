package io.gameday.console;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.HdrHistogram.Histogram;

/// With `-Dgameday.console.measure=frames`: says every ten seconds how far the frames of those seconds lay apart, in
/// milliseconds. A frame that takes long to draw holds up the next.
final class FrameMeasure extends AnimationTimer {

    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long SMOOTH_NANOS = TimeUnit.MILLISECONDS.toNanos(33);

    private final Histogram apart = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    private long last;
    private long told;

    private FrameMeasure() {
    }

    static void ifWanted() {
        if (System.getProperty("gameday.console.measure", "").equals("frames")) {
            new FrameMeasure().start();
        }
    }

    @Override
    public void handle(long now) {
        if (last == 0) {
            told = now;
        } else {
            apart.recordValue(Math.min(now - last, apart.getHighestTrackableValue()));
        }
        last = now;
        if (now - told >= TELL_NANOS) {
            told = now;
            System.out.printf(Locale.ROOT, "frames %d, under 33 ms %.1f %%, p50 %.1f, p95 %.1f, p99 %.1f, max %.1f%n",
                    apart.getTotalCount(), apart.getPercentileAtOrBelowValue(SMOOTH_NANOS), at(50), at(95), at(99),
                    apart.getMaxValue() / 1e6);
            apart.reset();
        }
    }

    private double at(double percentile) {
        return apart.getValueAtPercentile(percentile) / 1e6;
    }
}
