package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Journal;
import io.gameday.journal.Verdict;
import io.gameday.observability.Second;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// After the last fault: does the system come back to its steady state by itself? Where it does while an alarm is still
/// up, as long as a lost zone's tasks start, the run looks on for a little, so that its page is resolved and not left.
final class Settling {

    private static final Duration ALARMS_LIMIT = Duration.ofSeconds(30);

    private final Settings settings;
    private final Journal journal;
    private final Outcome outcome;
    private final SteadyState steadyState;
    private @Nullable Duration back;

    Settling(Experiment experiment, Settings settings, Journal journal, Outcome outcome) {
        this.settings = settings;
        this.journal = journal;
        this.outcome = outcome;
        steadyState = new SteadyState(experiment.prepare().steadyState(), When.AFTER);
    }

    /// @param since how long the faults have been over
    /// @param open  whether people were paged of something that is not resolved
    /// @return true once it is back and its pages are resolved, or the time for that is up
    boolean measured(Second second, Duration since, boolean open) {
        if (back == null) {
            boolean steady = steadyState.measured(second);
            Duration limit = steadyState.longEnough(settings.settleLimit());
            if (!steady && since.compareTo(limit) < 0) {
                return false;
            }
            Optional<SteadyState.Missed> missed = steadyState.conclude(journal);
            if (missed.isPresent()) {
                tell(missed.get(), limit);
                return true;
            }
            back = since;
        }
        return !open || since.minus(back).compareTo(ALARMS_LIMIT) >= 0;
    }

    private void tell(SteadyState.Missed missed, Duration limit) {
        String why = "the steady state did not return within " + Units.words(limit) + " after the faults were gone: "
                + missed.words();
        if (missed.verdict() == Verdict.BROKEN) {
            outcome.broken(why);
        } else {
            outcome.unknown(why);
        }
    }
}
