package io.gameday.engine;

import io.gameday.experiment.Expectation.AlarmFires;
import io.gameday.experiment.Units;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.util.Optional;

/// The alarm must go from OK to ALARM after the injection, in time. One that was in ALARM already proves nothing.
final class AlarmJudge implements Judge {

    private final AlarmFires expected;
    private final Deadline deadline;

    AlarmJudge(AlarmFires expected) {
        this.expected = expected;
        this.deadline = new Deadline(expected.of(), expected.within());
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
                && change.from() == AlarmState.OK && change.to() == AlarmState.ALARM
                && deadline.met(deadline.since(at))) {
            return Optional.of(Ruling.held(Units.words(deadline.since(at)), change.evidence()));
        }
        return deadline.passed(observed.at())
                ? Optional.of(Ruling.broken("not in time", "the alarm did not go from OK to ALARM in time"))
                : Optional.empty();
    }

    @Override
    public String wanted() {
        return deadline.wanted();
    }
}
