package io.gameday.engine;

import io.gameday.experiment.Expectation.AlarmFires;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The alarm must go to ALARM after the injection, in time. One that was in ALARM already proves nothing.
final class AlarmJudge implements Judge {

    private final AlarmFires expected;
    private final Set<AlarmState> from;
    private final Deadline deadline;

    private AlarmJudge(AlarmFires expected, Set<AlarmState> from) {
        this.expected = expected;
        this.from = from;
        this.deadline = new Deadline(expected.of(), expected.within());
    }

    /// Of an alarm of Gameday's own: one that had no data before proves nothing.
    static AlarmJudge own(AlarmFires expected) {
        return new AlarmJudge(expected, EnumSet.of(AlarmState.OK));
    }

    /// Of an alarm of the team's: where it was ready at the steady state, its ringing counts, also after a time in which it
    /// had too little data.
    static AlarmJudge team(AlarmFires expected) {
        return new AlarmJudge(expected, EnumSet.allOf(AlarmState.class));
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        deadline.observe(observed);
        if (observed instanceof Observed.Opened(Duration at, var alarms)
                && alarms.get(expected.alarm() + " " + expected.scope()) == AlarmState.ALARM) {
            return Optional.of(Ruling.unknown("the alarm was in ALARM before the first fault"));
        }
        if (observed instanceof Observed.AlarmMoved(Duration at, var change) && deadline.running()
                && change.alarm().equals(expected.alarm()) && change.scope().equals(expected.scope())
                && from.contains(change.from()) && change.to() == AlarmState.ALARM
                && deadline.met(deadline.since(at))) {
            return Optional.of(Ruling.held(Units.words(deadline.since(at)), change.evidence()));
        }
        return deadline.passed(observed.at())
                ? Optional.of(Ruling.broken("not in time", "the alarm did not go to ALARM in time"))
                : Optional.empty();
    }

    @Override
    public String wanted() {
        return deadline.wanted();
    }
}
