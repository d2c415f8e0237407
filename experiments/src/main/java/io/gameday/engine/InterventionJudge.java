package io.gameday.engine;

import io.gameday.experiment.Expectation.Interventions;
import io.gameday.target.Automation.Actor;
import java.time.Duration;
import java.util.Optional;

/// So many control-plane calls by people, counted from the first fault to the end.
final class InterventionJudge implements Judge {

    private final Interventions expected;
    private final boolean peopleCanAct;
    private int seen;
    private boolean injected;

    /// @param peopleCanAct false where nobody could have intervened, which must not read as a success
    InterventionJudge(Interventions expected, boolean peopleCanAct) {
        this.expected = expected;
        this.peopleCanAct = peopleCanAct;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        switch (observed) {
            case Observed.Injected first -> injected = true;
            case Observed.Acted(Duration at, var action) when injected && action.actor() == Actor.PERSON -> seen++;
            case Observed.Closed closed -> {
                return Optional.of(ruling());
            }
            default -> {
                // Nothing else is an intervention.
            }
        }
        return Optional.empty();
    }

    private Ruling ruling() {
        if (!injected) {
            return Ruling.unknown("no fault was injected that anybody could have answered");
        }
        if (!peopleCanAct) {
            return expected.count() == 0
                    ? Ruling.held("nobody could", "no person can act on this target, so this says nothing of people")
                    : Ruling.unknown("no person can act on this target");
        }
        return seen == expected.count()
                ? Ruling.held(String.valueOf(seen), "control-plane calls by people")
                : Ruling.broken(String.valueOf(seen), "control-plane calls by people");
    }

    @Override
    public String wanted() {
        return String.valueOf(expected.count());
    }
}
