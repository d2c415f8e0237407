package io.gameday.console.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where an instant of a run stands in the picture.
///
/// @param left  pixels taken by the lanes' names
/// @param right where the run ends
record StripScale(Instant from, Instant to, double left, double right) {

    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400};
    private static final double NARROWEST = 90;

    /// At the edge for what lies outside of the picture.
    double x(Instant at) {
        return left + (right - left) * Math.clamp(Duration.between(from, at).toNanos() / length(), 0, 1);
    }

    /// Outside of the picture, the nearest instant inside.
    Instant at(double x) {
        double share = Math.clamp((x - left) / Math.max(1, right - left), 0, 1);
        return from.plusNanos(Math.round(share * length()));
    }

    private double length() {
        return Math.max(1, Duration.between(from, to).toNanos());
    }

    double secondsPerPixel() {
        return length() / 1e9 / Math.max(1, right - left);
    }

    /// Round instants at least 90 pixels apart.
    List<Instant> ticks() {
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && STEPS[i] / secondsPerPixel() >= NARROWEST; i--) {
            step = STEPS[i];
        }
        List<Instant> ticks = new ArrayList<>();
        long second = Math.ceilDiv(from.getEpochSecond(), step) * (long) step;
        for (Instant at = Instant.ofEpochSecond(second); !at.isAfter(to); at = at.plusSeconds(step)) {
            if (!at.isBefore(from)) {
                ticks.add(at);
            }
        }
        return ticks;
    }
}
