package io.gameday.engine;

import io.gameday.experiment.Expectation.AlarmSilent;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.util.Optional;

/// The alarm must have data and stay OK from the steady state to the end of the last fault. An alarm without data is
/// not silent, it is blind.
final class SilenceJudge implements Judge {

    private final AlarmSilent expected;
    private boolean opened;

    SilenceJudge(AlarmSilent expected) {
        this.expected = expected;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        return switch (observed) {
            case Observed.Opened(Duration at, var alarms) -> {
                opened = true;
                AlarmState state = alarms.get(expected.alarm() + " " + expected.scope());
                yield state == AlarmState.OK
                        ? Optional.empty()
                        : Optional.of(Ruling.unknown(
                                "the alarm was " + (state == null ? "missing" : state) + " before the first fault"));
            }
            case Observed.AlarmMoved(Duration at, var change) when opened && change.alarm().equals(expected.alarm())
                    && change.scope().equals(expected.scope()) ->
                Optional.of(change.to() == AlarmState.ALARM
                        ? Ruling.broken("in ALARM", change.evidence())
                        : Ruling.unknown("the alarm lost its data: " + change.evidence()));
            case Observed.AllFaultsEnded ended -> Optional.of(Ruling.held("silent", "it had data and stayed OK"));
            default -> Optional.empty();
        };
    }

    @Override
    public String wanted() {
        return "silent";
    }
}
