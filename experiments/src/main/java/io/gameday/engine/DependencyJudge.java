package io.gameday.engine;

import io.gameday.experiment.Expectation.CustomersUnaffected;
import io.gameday.experiment.Expectation.DependencyIs;
import io.gameday.experiment.Experiment.Need;
import io.gameday.experiment.Impact;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;

/// Whether a dependency that a step takes away is as it was declared. Of a soft one customers must be unaffected; a hard
/// one they must miss, or it was declared wrongly: that is as much news.
final class DependencyJudge implements Judge {

    private final String dependency;
    private final UnaffectedJudge customers;

    private DependencyJudge(DependencyIs expected, Impact impact) {
        dependency = expected.dependency();
        customers = new UnaffectedJudge(new CustomersUnaffected(Scope.SITE, expected.within(), expected.of()), impact);
    }

    static Judge of(DependencyIs expected, Impact impact) {
        return expected.need() == Need.SOFT ? new DependencyJudge(expected, impact) : new Hard(expected, impact);
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        return customers.observe(observed).map(ruling -> switch (ruling.verdict()) {
            case HELD -> Ruling.held("soft", ruling.detail());
            case BROKEN -> Ruling.broken("not soft",
                    dependency + " is declared soft, and customers did not do without it: " + ruling.detail());
            case UNKNOWN -> ruling;
        });
    }

    @Override
    public String wanted() {
        return "customers affected " + customers.wanted();
    }

    /// Of a hard one.
    private static final class Hard implements Judge {
        private final DependencyIs expected;
        private final Impact impact;
        private final Deadline deadline;
        private boolean measured;

        Hard(DependencyIs expected, Impact impact) {
            this.expected = expected;
            this.impact = impact;
            deadline = new Deadline(expected.of(), expected.within());
        }

        @Override
        public Optional<Ruling> observe(Observed observed) {
            deadline.observe(observed);
            if (observed instanceof Observed.Measured(Duration from, Duration at, var second)
                    && deadline.met(deadline.since(at))) {
                var tally = second.tally(Observer.CUSTOMER, Scope.SITE);
                measured |= tally.requests() > 0;
                if (impact.bad(tally)) {
                    return Optional.of(Ruling.held("hard",
                            "customers were affected +" + Units.words(deadline.since(at)) + " after the injection"));
                }
            }
            if (!deadline.passed(observed.at())) {
                return Optional.empty();
            }
            return Optional.of(measured
                    ? Ruling.broken("not hard",
                            expected.dependency() + " is declared hard, and customers did without it for "
                                    + Units.words(expected.within()) + ": declare it soft, or take it away for longer")
                    : Ruling.unknown("there were no requests after the injection"));
        }

        @Override
        public String wanted() {
            return "customers affected within " + Units.words(expected.within());
        }
    }
}
