package io.gameday.engine;

import io.gameday.experiment.Expectation.MetricHolds;
import io.gameday.experiment.MetricCondition;
import io.gameday.experiment.Units;
import io.gameday.observability.Second;
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
    private static final Duration SECOND = Duration.ofSeconds(1);
    /// Faults are injected at the turn of a second, give or take what the injection itself takes.
    private static final Duration AT_THE_TURN = Duration.ofMillis(200);

    private final MetricCondition condition;
    private final Deadline deadline;
    private @Nullable Duration faultEnded;
    private @Nullable Duration firstReached;
    private @Nullable Duration lostAgain;
    private @Nullable Duration heldSince;
    private boolean everBad;

    MetricJudge(MetricHolds expected) {
        this.condition = expected.condition();
        this.deadline = new Deadline(expected.of(), expected.within());
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        deadline.observe(observed);
        return switch (observed) {
            case Observed.FaultEnded(Duration at, String step) when deadline.concerns(step) && deadline.running() -> {
                faultEnded = faultEnded == null ? deadline.since(at) : faultEnded;
                yield Optional.empty();
            }
            case Observed.Measured(Duration from, Duration at, Second second) when deadline.running()
                    && deadline.since(from).compareTo(AT_THE_TURN.negated()) >= 0 ->
                measured(deadline.since(from).isNegative() ? Duration.ZERO : deadline.since(from), second);
            default -> Optional.empty();
        };
    }

    private Optional<Ruling> measured(Duration from, Second second) {
        Optional<Boolean> holds = condition.holds(condition.tally(second));
        if (holds.orElse(false)) {
            firstReached = firstReached == null ? from : firstReached;
            heldSince = heldSince == null ? from : heldSince;
        } else {
            everBad = everBad || holds.isPresent();
            lostAgain = heldSince == null ? lostAgain : from;
            heldSince = null;
        }
        Duration end = from.plus(SECOND);
        if (heldSince != null) {
            if (!deadline.met(heldSince)) {
                return missed(heldSince);
            }
            return heldLongEnough(heldSince, end) ? Optional.of(held(heldSince)) : Optional.empty();
        }
        return deadline.met(end) ? Optional.empty() : missed(null);
    }

    private boolean heldLongEnough(Duration since, Duration end) {
        Duration lasts = condition.lasts();
        if (lasts != null) {
            return end.minus(since).compareTo(lasts) >= 0;
        }
        return faultEnded != null && end.compareTo(faultEnded) >= 0 && end.minus(since).compareTo(LEAST_HOLD) >= 0;
    }

    private Ruling held(Duration since) {
        return Ruling.held("after " + Units.words(since), history());
    }

    /// The value is not there in time. Whether it ever was known decides between broken and unknown.
    private Optional<Ruling> missed(@Nullable Duration late) {
        if (!everBad) {
            return Optional
                    .of(Ruling.unknown("there were no requests to measure " + condition.metric().word() + " by"));
        }
        String value = late == null
                ? "not in time"
                : faultEnded != null && late.compareTo(faultEnded) >= 0
                        ? "not while the fault lasted"
                        : "after " + Units.words(late);
        return Optional.of(Ruling.broken(value, history()));
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
