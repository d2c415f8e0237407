package io.gameday.engine;

import io.gameday.experiment.Expectation.PersonPaged;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;

/// Somebody must be told in time.
final class PageJudge implements Judge {

    private final PersonPaged expected;
    private final Deadline deadline;

    PageJudge(PersonPaged expected) {
        this.expected = expected;
        this.deadline = new Deadline(expected.of(), expected.within());
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        deadline.observe(observed);
        if (observed instanceof Observed.Paged(Duration at, String to) && to.equals(expected.to())
                && deadline.met(deadline.since(at))) {
            return Optional.of(Ruling.held(Units.words(deadline.since(at)), "paged " + to));
        }
        return deadline.passed(observed.at())
                ? Optional.of(Ruling.broken("not in time", expected.to() + " was not paged in time"))
                : Optional.empty();
    }

    @Override
    public String wanted() {
        return deadline.wanted();
    }
}
