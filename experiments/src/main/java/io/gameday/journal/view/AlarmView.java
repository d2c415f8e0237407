package io.gameday.journal.view;

import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One alarm as it stands.
///
/// @param since       when it entered its state
/// @param firstRaised when it first went to ALARM after the first fault; null when it never did
public record AlarmView(String name, Scope scope, AlarmState state, Instant since, @Nullable Instant firstRaised) {

    public boolean raised() {
        return state == AlarmState.ALARM;
    }

    public String words() {
        return scope instanceof Scope.Site ? name : name + " " + Words.name(scope);
    }
}
