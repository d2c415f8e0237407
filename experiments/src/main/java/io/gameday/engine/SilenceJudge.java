package io.gameday.engine;

import io.gameday.experiment.Expectation.AlarmSilent;
import io.gameday.observability.alarm.AlarmState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The alarm must have data and stay OK from the steady state to the end of the last fault. An alarm without data is
/// not silent, it is blind; and one that looks at periods has not seen the fault before the period is over in which the
/// fault ended.
final class SilenceJudge implements Judge {

    private final AlarmSilent expected;
    private boolean opened;
    /// Null of an alarm of the team's own: what it has seen is told by its changes alone.
    private @Nullable Sight sight;
    private @Nullable Duration ended;

    SilenceJudge(AlarmSilent expected) {
        this.expected = expected;
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        return switch (observed) {
            case Observed.AlarmsLooked(Duration at, var sights) -> {
                sight = sights.getOrDefault(key(), Sight.NONE);
                yield opened && !sight.data()
                        ? Optional.of(Ruling.unknown("the alarm had no data, so that it stayed OK says nothing"))
                        : held();
            }
            case Observed.Opened(Duration at, var alarms) -> {
                opened = true;
                AlarmState state = alarms.get(key());
                if (state != AlarmState.OK) {
                    yield Optional.of(Ruling.unknown(
                            "the alarm was " + (state == null ? "missing" : state) + " before the first fault"));
                }
                yield sight == null || sight.data()
                        ? Optional.empty()
                        : Optional.of(Ruling.unknown("the alarm was OK without any data before the first fault"));
            }
            case Observed.AlarmMoved(Duration at, var change) when opened && change.alarm().equals(expected.alarm())
                    && change.scope().equals(expected.scope()) ->
                Optional.of(change.to() == AlarmState.ALARM
                        ? Ruling.broken("in ALARM", change.evidence())
                        : Ruling.unknown("the alarm lost its data: " + change.evidence()));
            case Observed.AllFaultsEnded(Duration at) -> {
                ended = ended == null ? at : ended;
                yield held();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Ruling> held() {
        return ended == null || waiting()
                ? Optional.empty()
                : Optional.of(Ruling.held("silent", "it had data and stayed OK"));
    }

    @Override
    public boolean waiting() {
        return ended != null && sight != null && sight.until().compareTo(ended) < 0;
    }

    private String key() {
        return expected.alarm() + " " + expected.scope();
    }

    @Override
    public String wanted() {
        return "silent";
    }
}
