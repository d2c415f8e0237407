package io.gameday.engine;

import io.gameday.experiment.Expectation.AutomationActs;
import io.gameday.observability.Scope;
import io.gameday.target.Automation.Actor;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;

/// The platform must act by itself, in time by its own dating of the action. A person's action does not count.
final class AutomationJudge implements Judge {

    /// Actions are fetched from the platform; one just in time may arrive a little after it.
    private static final Duration FETCHED_LATE = Duration.ofSeconds(2);

    private final AutomationActs expected;
    private final Deadline deadline;
    private final Deadline fetching;

    AutomationJudge(AutomationActs expected) {
        this.expected = expected;
        this.deadline = new Deadline(expected.of(), expected.within());
        this.fetching = new Deadline(expected.of(), expected.within().plus(FETCHED_LATE));
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        deadline.observe(observed);
        fetching.observe(observed);
        if (observed instanceof Observed.Acted(Duration at, var action) && action.actor() == Actor.AUTOMATION
                && action.name().equals(expected.automation()) && inside(action.scope())
                && deadline.met(deadline.since(action.at()))) {
            return Optional.of(Ruling.held(Units.words(deadline.since(action.at())), action.text()));
        }
        return fetching.passed(observed.at())
                ? Optional.of(Ruling.broken("not in time", "the platform did not act in time"))
                : Optional.empty();
    }

    /// Whether the action was taken on what is expected, or on a part of it: a zone is acted on where one of its cells
    /// is.
    private boolean inside(Scope acted) {
        return switch (expected.scope()) {
            case null -> true;
            case Scope.Zone(String zone) when acted instanceof Scope.CellZone part -> part.zone().equals(zone);
            case Scope.Cell(String cell) when acted instanceof Scope.CellZone part -> part.cell().equals(cell);
            case Scope whole -> whole.equals(acted);
        };
    }

    @Override
    public String wanted() {
        return deadline.wanted();
    }
}
