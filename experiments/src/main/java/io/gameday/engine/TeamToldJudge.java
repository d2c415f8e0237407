package io.gameday.engine;

import io.gameday.experiment.Expectation.TeamTold;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The team must be told of the alarm, and whoever else is told of it was wrongly woken. A page of which it is not known
/// what it is about may be either, so that what rests on no such page having come is not known.
final class TeamToldJudge implements Judge {

    private final TeamTold expected;
    private final Deadline since;
    private @Nullable Duration told;
    private String others = "and nobody else";
    private String unclear = "";

    TeamToldJudge(TeamTold expected) {
        this.expected = expected;
        // Without an end: how long is looked on, other predictions say.
        this.since = new Deadline(expected.of(), Duration.ofDays(1));
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        since.observe(observed);
        return switch (observed) {
            case Observed.Told page when since.met(since.since(page.at())) -> told(page);
            case Observed.AllDecided _ -> Optional.of(byAbsence());
            default -> Optional.empty();
        };
    }

    private Optional<Ruling> told(Observed.Told page) {
        String to = page.to().getFirst();
        if (page.alarms().isEmpty()) {
            unclear = unclear.isEmpty()
                    ? to + " was told of something after " + Units.words(since.since(page.at()))
                            + ", and no alarm that is known is named in it"
                    : unclear;
            return Optional.empty();
        }
        if (!page.alarms().contains(expected.alarm())) {
            return Optional.empty();
        }
        if (!page.to().contains(expected.team())) {
            return Optional.of(Ruling.broken("told was " + to,
                    to + " was wrongly woken by " + expected.alarm() + "; wanted is " + expected.team()));
        }
        told = told == null ? since.since(page.at()) : told;
        others = page.hearsAll() ? others : "and nobody else that is heard here";
        return Optional.empty();
    }

    private Ruling byAbsence() {
        if (!unclear.isEmpty()) {
            return Ruling.unknown(unclear);
        }
        return told == null
                ? Ruling.broken("nobody was told", "nobody was told of " + expected.alarm() + " in the run")
                : Ruling.held(Units.words(told), expected.team() + " was told, " + others);
    }

    @Override
    public String wanted() {
        return "that team, and nobody else";
    }
}
