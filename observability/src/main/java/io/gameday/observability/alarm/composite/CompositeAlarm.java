package io.gameday.observability.alarm.composite;

import io.gameday.observability.alarm.AlarmState;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An alarm over other alarms, so that people are told once. Belongs to one loop.
public final class CompositeAlarm {

    private final String name;
    private final CompositeRule rule;
    private final @Nullable Suppression suppression;
    private AlarmState state = AlarmState.INSUFFICIENT_DATA;

    /// @param suppression null where nothing holds its actions back
    public CompositeAlarm(String name, CompositeRule rule, @Nullable Suppression suppression) {
        this.name = name;
        this.rule = rule;
        this.suppression = suppression;
    }

    public String name() {
        return name;
    }

    public AlarmState state() {
        return state;
    }

    /// @param changed whether the state did
    /// @param act     whether its actions are due, for the state that it has now
    /// @param heldBy  why they are not, where they are owed
    public record Step(boolean changed, boolean act, Suppression.By heldBy) {
    }

    /// Looks at the others once.
    ///
    /// @param states of the alarms by name
    /// @param now    in ticks
    public Step look(Function<String, AlarmState> states, long now) {
        AlarmState before = state;
        state = rule.holds(states) ? AlarmState.ALARM : AlarmState.OK;
        // Coming into being is no news.
        boolean changed = state != before && (before != AlarmState.INSUFFICIENT_DATA || state == AlarmState.ALARM);
        if (suppression == null) {
            return new Step(changed, changed, Suppression.By.NOTHING);
        }
        suppression.suppressor(states.apply(suppression.alarm()) == AlarmState.ALARM, now);
        if (changed) {
            suppression.changed(now);
        }
        return new Step(changed, suppression.due(now), suppression.by());
    }
}
