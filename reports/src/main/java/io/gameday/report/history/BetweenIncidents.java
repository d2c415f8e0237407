package io.gameday.report.history;

import io.gameday.target.TargetKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long it is between real incidents, from the start of one to the start of the next: what the mean time between
/// failures is made of. What was broken on purpose says nothing of it and is left out.
///
/// @param incidents how many there are
/// @param hours     between them; null where there are fewer than two
public record BetweenIncidents(int incidents, @Nullable Summary hours) {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double HOURS_PER_DAY = 24;

    static BetweenIncidents of(List<PastRun> runs) {
        List<Instant> starts = runs.stream().filter(run -> run.target() == TargetKind.INCIDENT).map(PastRun::at)
                .sorted().toList();
        List<Double> hours = new ArrayList<>();
        for (int i = 1; i < starts.size(); i++) {
            hours.add(Duration.between(starts.get(i - 1), starts.get(i)).toSeconds() / SECONDS_PER_HOUR);
        }
        return new BetweenIncidents(starts.size(), Summary.of(hours));
    }

    /// `4 real incidents; from one to the next: median 13.0 days, 2.0 days to 40.1 days`, with the mean where there are ten.
    public String words() {
        String count = incidents + (incidents == 1 ? " real incident" : " real incidents");
        if (hours == null) {
            return count;
        }
        return count + "; from one to the next: "
                + (hours.n() == 1
                        ? length(hours.median())
                        : "median " + length(hours.median()) + ", " + length(hours.least()) + " to "
                                + length(hours.most()))
                + (hours.mean() == null ? "" : ", mean " + length(hours.mean()));
    }

    private static String length(double hours) {
        return hours < 2 * HOURS_PER_DAY
                ? String.format(Locale.ROOT, "%.1f h", hours)
                : String.format(Locale.ROOT, "%.1f days", hours / HOURS_PER_DAY);
    }
}
