package io.gameday.engine;

import io.gameday.experiment.Expectation.Incidents;
import io.gameday.experiment.Expectation.Interventions;
import io.gameday.target.Automation.Action;
import io.gameday.target.Automation.Actor;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// So many of something and no other number, counted from the first fault to the end.
final class CountJudge implements Judge {

    /// Whether something that was observed counts.
    private enum Counts {
        YES, NO,
        /// Perhaps: who did it is not known.
        PERHAPS
    }

    private final int expected;
    private final String what;
    private final String nobody;
    private final Function<Observed, Counts> counts;
    private final @Nullable String blind;
    private int seen;
    private int perhaps;
    private boolean injected;

    /// @param what   is counted
    /// @param nobody what follows "no fault was injected that"
    /// @param blind  why not counting any must not read as a success; null where it may
    private CountJudge(int expected, String what, String nobody, @Nullable String blind,
            Function<Observed, Counts> counts) {
        this.expected = expected;
        this.what = what;
        this.nobody = nobody;
        this.blind = blind;
        this.counts = counts;
    }

    static Judge incidents(Incidents expected) {
        return new CountJudge(expected.count(), "incidents, each of which paged people", "could have led to any", null,
                observed -> observed instanceof Observed.IncidentOpened ? Counts.YES : Counts.NO);
    }

    /// @param peopleCanAct false where nobody could have intervened
    static Judge interventions(Interventions expected, boolean peopleCanAct) {
        String by = expected.by();
        return new CountJudge(expected.count(), "control-plane calls by " + (by == null ? "people" : by),
                "anybody could have answered", peopleCanAct ? null : "no person can act on this target",
                observed -> observed instanceof Observed.Acted(_, Action action) && action.actor() == Actor.PERSON
                        ? by(by, action.role())
                        : Counts.NO);
    }

    private static Counts by(@Nullable String wanted, @Nullable String role) {
        if (wanted == null || wanted.equals(role)) {
            return Counts.YES;
        }
        return role == null ? Counts.PERHAPS : Counts.NO;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        if (observed instanceof Observed.Closed) {
            return Optional.of(ruling());
        }
        injected |= observed instanceof Observed.Injected;
        if (injected) {
            switch (counts.apply(observed)) {
                case YES -> seen++;
                case PERHAPS -> perhaps++;
                case NO -> {
                    // Something else happened.
                }
            }
        }
        return Optional.empty();
    }

    private Ruling ruling() {
        if (!injected) {
            return Ruling.unknown("no fault was injected that " + nobody);
        }
        if (blind != null) {
            return expected == 0
                    ? Ruling.held("nobody could", blind + ", so this says nothing of people")
                    : Ruling.unknown(blind);
        }
        if (expected < seen || expected > seen + perhaps) {
            return Ruling.broken(String.valueOf(seen), what);
        }
        return perhaps == 0
                ? Ruling.held(String.valueOf(seen), what)
                : Ruling.unknown(seen + " " + what + ", and " + perhaps + " by somebody whose role was not given");
    }

    @Override
    public String wanted() {
        return String.valueOf(expected);
    }
}
