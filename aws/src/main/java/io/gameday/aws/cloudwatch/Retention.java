package io.gameday.aws.cloudwatch;

import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Which periods CloudWatch has values of, and for how long: "data points with a period of less than 60 seconds are
/// available for 3 hours", of 60 s for 15 days, of 300 s for 63 days, of an hour for 455 days.
final class Retention {

    private static final List<Integer> SHORT = List.of(1, 5, 10, 20, 30);

    private Retention() {
    }

    private record Kept(Duration period, Duration age, String words) {
    }

    private static final List<Kept> KEPT = List.of(new Kept(Duration.ZERO, Duration.ofHours(3), "3 hours"),
            new Kept(Duration.ofMinutes(1), Duration.ofDays(15), "15 days"),
            new Kept(Duration.ofMinutes(5), Duration.ofDays(63), "63 days"),
            new Kept(Duration.ofHours(1), Duration.ofDays(455), "455 days"));

    /// @throws SourceFailure when there is no such period, or no values of it from `from` on
    static void check(CloudWatch cloudWatch, Duration period, Instant from) throws SourceFailure {
        long seconds = period.toSeconds();
        if (!(SHORT.contains((int) seconds) || seconds > 0 && seconds % 60 == 0)) {
            throw cloudWatch.failure(Cause.QUESTION,
                    "has no values of every " + seconds + " s; allowed: 1, 5, 10, 20, 30, or a multiple of 60");
        }
        Kept kept = KEPT.stream().filter(one -> one.period().compareTo(period) <= 0).reduce((a, b) -> b).orElseThrow();
        Instant oldest = cloudWatch.now().minus(kept.age());
        if (from.isBefore(oldest)) {
            throw cloudWatch.failure(Cause.QUESTION, "keeps values of every " + seconds + " s for " + kept.words()
                    + ", and asked is from " + from + "; allowed: a longer step, or from " + oldest + " on");
        }
    }

    /// The beginning of the period of `length` in which `at` lies.
    static Instant floor(Instant at, Duration length) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }
}
