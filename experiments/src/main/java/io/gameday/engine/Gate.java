package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Units;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Journal;
import io.gameday.observability.Second;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The last thing before the first fault: the steady state is seen, and every expected alarm is ready to fire.
final class Gate {

    /// How the gate stands.
    sealed interface Standing {
        record Waiting() implements Standing {
        }

        record Open() implements Standing {
        }

        record Withheld(String why) implements Standing {
        }
    }

    private static final String STEADY = "the steady state was seen";

    private final Experiment experiment;
    private final Settings settings;
    private final Journal journal;
    private SteadyState steadyState;

    Gate(Experiment experiment, Settings settings, Journal journal) {
        this.experiment = experiment;
        this.settings = settings;
        this.journal = journal;
        steadyState = new SteadyState(experiment.prepare().steadyState(), When.BEFORE);
    }

    /// Seconds were missed, so nothing that was seen so far counts.
    void startOver() {
        steadyState = new SteadyState(experiment.prepare().steadyState(), When.BEFORE);
    }

    /// @param since how long the customers have been coming
    Standing measured(Second second, Map<String, AlarmState> states, Duration since) {
        boolean full = since.compareTo(settings.ramp()) > 0;
        boolean steady = full && steadyState.measured(second);
        GuardAnswered alarms = Guards.alarmsReady(experiment, states);
        if (steady && alarms.granted()) {
            steadyState.conclude(journal);
            journal.append(new GuardAnswered(STEADY, true, "every line held for its time"));
            journal.append(alarms);
            return new Standing.Open();
        }
        Duration limit = steadyState.longEnough(settings.gateLimit());
        if (since.compareTo(limit) < 0) {
            return new Standing.Waiting();
        }
        Optional<String> missed = steadyState.conclude(journal).map(SteadyState.Missed::words);
        journal.append(new GuardAnswered(STEADY, missed.isEmpty(), missed.orElse("held")));
        journal.append(alarms);
        return new Standing.Withheld(
                "no steady state within " + Units.words(limit) + ": " + missed.orElse(alarms.reason()));
    }
}
