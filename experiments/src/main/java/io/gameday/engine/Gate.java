package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.journal.Journal;
import io.gameday.observability.Second;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.List;
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

    /// @param ready answers of the guards that ask whether alarms and pages can be judged
    /// @param since how long the customers have been coming
    Standing measured(Second second, List<GuardAnswered> ready, Duration since) {
        boolean full = since.compareTo(settings.ramp()) > 0;
        boolean steady = full && steadyState.measured(second);
        Optional<GuardAnswered> withheld = ready.stream().filter(guard -> !guard.granted()).findFirst();
        if (steady && withheld.isEmpty()) {
            steadyState.conclude(journal);
            journal.append(new GuardAnswered(STEADY, true, "every line held for its time"));
            ready.forEach(journal::append);
            return new Standing.Open();
        }
        Duration limit = steadyState.longEnough(settings.gateLimit());
        if (since.compareTo(limit) < 0) {
            return new Standing.Waiting();
        }
        Optional<String> missed = steadyState.conclude(journal).map(SteadyState.Missed::words);
        journal.append(new GuardAnswered(STEADY, missed.isEmpty(), missed.orElse("held")));
        ready.forEach(journal::append);
        String within = " within " + Units.words(limit) + ": ";
        return new Standing.Withheld(missed.map(words -> "no steady state" + within + words)
                .or(() -> withheld.map(guard -> "not ready" + within + guard.reason()))
                .orElse("no steady state" + within + "it was seen too late"));
    }
}
