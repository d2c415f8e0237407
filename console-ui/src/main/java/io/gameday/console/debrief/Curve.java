package io.gameday.console.debrief;

import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.report.facts.SeriesName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Useful answers of one place, second by second, small enough to be kept for hours of a run.
public final class Curve {

    private final Instant from;
    /// Milliseconds since `from` at which each second began.
    private final int[] begins;
    private final float[] shares;

    private Curve(Instant from, int[] begins, float[] shares) {
        this.from = from;
        this.begins = begins;
        this.shares = shares;
    }

    static Curve of(Instant from, List<Event.SecondMeasured> seconds, Scope place) {
        int[] begins = new int[seconds.size()];
        float[] shares = new float[seconds.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = (int) Duration.between(from, seconds.get(i).second()).toMillis();
            Tally tally = SeriesName.tally(seconds.get(i), Observer.CUSTOMER, place);
            shares[i] = (float) tally.availability().orElse(Double.NaN);
        }
        return new Curve(from, begins, shares);
    }

    /// The lowest share of each column, so that a short dip is never lost however narrow the picture is. `NaN` where
    /// nobody asked.
    public float[] lowest(Instant left, Duration width, int columns) {
        float[] lowest = new float[columns];
        Arrays.fill(lowest, Float.NaN);
        double perColumn = width.toMillis() / (double) columns;
        long offset = Duration.between(from, left).toMillis();
        for (int i = 0; i < begins.length; i++) {
            int first = (int) Math.floor((begins[i] - offset) / perColumn);
            int last = (int) Math.ceil((begins[i] - offset + 1000) / perColumn) - 1;
            for (int column = Math.max(0, first); column <= Math.min(columns - 1, Math.max(first, last)); column++) {
                if (Float.isNaN(lowest[column]) || shares[i] < lowest[column]) {
                    lowest[column] = shares[i];
                }
            }
        }
        return lowest;
    }

    /// The lowest share of all; 1 when nobody asked.
    public float lowest() {
        float lowest = 1;
        for (float share : shares) {
            lowest = share < lowest ? share : lowest;
        }
        return lowest;
    }

    /// The share of the second in which `instant` lies; `NaN` when none was measured or nobody asked.
    public float at(Instant instant) {
        long offset = Duration.between(from, instant).toMillis();
        int found = Arrays.binarySearch(begins, (int) offset);
        int index = found >= 0 ? found : -found - 2;
        return index >= 0 && offset < begins[index] + 1000L ? shares[index] : Float.NaN;
    }

    public boolean isEmpty() {
        return begins.length == 0;
    }
}
