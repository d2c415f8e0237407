package io.gameday.engine;

import io.gameday.experiment.Expectation.MetricHolds;
import io.gameday.experiment.MetricCondition;
import io.gameday.observability.Second;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The metric must reach its bound in time and stay there. It may be lost and reached again, as long as the last
/// reaching is in time; a value that comes back only because the fault ended is not a response.
///
/// ```
///  injected       reached            held long enough
///     │ bad  bad  ok  ok  bad  ok  ok  ok  ok  ok │
///     └────────── within ─────────┘
///                          └─────── for ──────────┘
/// ```
final class MetricJudge implements Judge {

    private static final Duration LEAST_HOLD = Duration.ofSeconds(10);
    /// Faults are injected at the turn of a second, give or take what the injection itself takes.
    private static final Duration AT_THE_TURN = Duration.ofMillis(200);

    private final MetricCondition condition;
    private final Deadline deadline;
    private @Nullable Duration endingSince;
    private @Nullable Duration faultEnded;
    private @Nullable Duration firstReached;
    private @Nullable Duration lostAgain;
    /// Since when it is seen to hold, and since when it may be: a second without requests is no proof of either.
    private @Nullable Duration heldSince;
    private @Nullable Duration mayHoldSince;

    MetricJudge(MetricHolds expected) {
        this.condition = expected.condition();
        this.deadline = new Deadline(expected.of(), expected.within());
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        deadline.observe(observed);
        switch (observed) {
            case Observed.FaultEnding(Duration at, String step) when concerns(step) && endingSince == null ->
                endingSince = deadline.since(at);
            case Observed.FaultEnded(Duration at, String step) when concerns(step) && faultEnded == null ->
                faultEnded = deadline.since(at);
            case Observed.Measured(Duration from, Duration at, Second second) when deadline.running()
                    && deadline.since(from).compareTo(AT_THE_TURN.negated()) >= 0 -> {
                Duration since = deadline.since(from);
                return measured(since.isNegative() ? Duration.ZERO : since, deadline.since(at), second);
            }
            default -> {
                // Nothing else bears on a metric.
            }
        }
        return Optional.empty();
    }

    private boolean concerns(String step) {
        return deadline.concerns(step) && deadline.running();
    }

    private Optional<Ruling> measured(Duration from, Duration end, Second second) {
        Optional<Boolean> holds = condition.holds(condition.tally(second));
        if (holds.orElse(false)) {
            firstReached = firstReached == null ? from : firstReached;
            heldSince = heldSince == null ? from : heldSince;
        } else {
            lostAgain = heldSince == null ? lostAgain : from;
            heldSince = null;
        }
        if (holds.orElse(true)) {
            mayHoldSince = mayHoldSince == null ? from : mayHoldSince;
        } else {
            mayHoldSince = null;
        }
        if (heldSince != null && inTime(heldSince) && longEnough(heldSince, end)) {
            return Optional
                    .of(Ruling.held(heldSince.isZero() ? "at once" : "after " + Units.words(heldSince), history()));
        }
        // The next second begins at `end`.
        if (!inTime(mayHoldSince == null ? end : mayHoldSince)) {
            return Optional.of(Ruling.broken(late(heldSince), history()));
        }
        boolean mayStillHold = heldSince != null && inTime(heldSince);
        if (mayHoldSince != null && longEnough(mayHoldSince, end) && !mayStillHold && !inTime(end)) {
            return Optional.of(Ruling.unknown("there were no requests to measure " + condition.metric().word()
                    + " by, in some seconds: " + history()));
        }
        return Optional.empty();
    }

    /// By the deadline, and not only because the fault was taken away.
    private boolean inTime(Duration since) {
        return deadline.met(since) && (endingSince == null || since.plus(AT_THE_TURN).compareTo(endingSince) < 0);
    }

    private boolean longEnough(Duration since, Duration end) {
        Duration lasts = condition.lasts();
        if (lasts != null) {
            return end.minus(since).compareTo(lasts) >= 0;
        }
        return faultEnded != null && end.compareTo(faultEnded) >= 0 && end.minus(since).compareTo(LEAST_HOLD) >= 0;
    }

    private String late(@Nullable Duration since) {
        if (endingSince != null && (since == null || since.plus(AT_THE_TURN).compareTo(endingSince) >= 0)) {
            return "not while the fault lasted";
        }
        return since == null ? "not in time" : "after " + Units.words(since);
    }

    private String history() {
        return "first reached " + words(firstReached) + ", lost again " + words(lostAgain) + ", held since "
                + words(heldSince);
    }

    private static String words(@Nullable Duration since) {
        return since == null ? "never" : "+" + Units.words(since);
    }

    @Override
    public String wanted() {
        return deadline.wanted();
    }
}
