package io.gameday.observability.alarm.composite;

import io.gameday.observability.alarm.AlarmState;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An alarm over other alarms, so that people are told once. Belongs to one loop.
public final class CompositeAlarm {

    private final String name;
    private final CompositeRule rule;
    private final @Nullable String suppressor;
    private final @Nullable Suppression suppression;
    private AlarmState state = AlarmState.INSUFFICIENT_DATA;

    private CompositeAlarm(String name, CompositeRule rule, @Nullable String suppressor,
            @Nullable Suppression suppression) {
        this.name = name;
        this.rule = rule;
        this.suppressor = suppressor;
        this.suppression = suppression;
    }

    public static CompositeAlarm of(String name, CompositeRule rule) {
        return new CompositeAlarm(name, rule, null, null);
    }

    /// @param suppressor name of the alarm that holds actions back while it is in ALARM
    public static CompositeAlarm suppressed(String name, CompositeRule rule, String suppressor,
            Suppression suppression) {
        return new CompositeAlarm(name, rule, suppressor, suppression);
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
        Optional.ofNullable(suppressor)
                .ifPresent(alarm -> suppression.suppressor(states.apply(alarm) == AlarmState.ALARM, now));
        if (changed) {
            suppression.changed(now);
        }
        return new Step(changed, suppression.due(now), suppression.by());
    }
}
