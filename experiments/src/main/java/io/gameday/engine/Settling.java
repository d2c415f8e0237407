package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Units;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Journal;
import io.gameday.journal.Verdict;
import io.gameday.observability.Second;
import java.time.Duration;

/// After the last fault: does the system come back to its steady state by itself?
final class Settling {

    private final Settings settings;
    private final Journal journal;
    private final Outcome outcome;
    private final SteadyState steadyState;

    Settling(Experiment experiment, Settings settings, Journal journal, Outcome outcome) {
        this.settings = settings;
        this.journal = journal;
        this.outcome = outcome;
        steadyState = new SteadyState(experiment.prepare().steadyState(), When.AFTER);
    }

    /// @param since how long the faults have been over
    /// @return true once it is back, or its time is up
    boolean measured(Second second, Duration since) {
        boolean steady = steadyState.measured(second);
        Duration limit = steadyState.longEnough(settings.settleLimit());
        if (!steady && since.compareTo(limit) < 0) {
            return false;
        }
        steadyState.conclude(journal).ifPresent(missed -> {
            String why = "the steady state did not return within " + Units.words(limit)
                    + " after the faults were gone: " + missed.words();
            if (missed.verdict() == Verdict.BROKEN) {
                outcome.broken(why);
            } else {
                outcome.unknown(why);
            }
        });
        return true;
    }
}
