package io.gameday.engine;

import io.gameday.experiment.Expectation.TeamTold;
import io.gameday.experiment.Units;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The team must be told of the alarm, and whoever else is told of it was wrongly woken.
final class TeamToldJudge implements Judge {

    private final TeamTold expected;
    private final Deadline since;
    private @Nullable Duration told;

    TeamToldJudge(TeamTold expected) {
        this.expected = expected;
        // Without an end: how long is looked on, other predictions say.
        this.since = new Deadline(expected.of(), Duration.ofDays(1));
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        since.observe(observed);
        return switch (observed) {
            case Observed.Told(Duration at, List<String> to, String alarm) when alarm.equals(expected.alarm())
                    && since.met(since.since(at)) -> {
                if (to.contains(expected.team())) {
                    told = told == null ? since.since(at) : told;
                    yield Optional.empty();
                }
                yield Optional.of(Ruling.broken("told was " + to.getFirst(),
                        to.getFirst() + " was wrongly woken by " + alarm + "; wanted is " + expected.team()));
            }
            case Observed.AllDecided _ -> Optional.of(told == null
                    ? Ruling.broken("nobody was told", "nobody was told of " + expected.alarm() + " in the run")
                    : Ruling.held(Units.words(told), expected.team() + " was told, and nobody else"));
            default -> Optional.empty();
        };
    }

    @Override
    public String wanted() {
        return "that team, and nobody else";
    }
}
