package io.gameday.journal.view;

import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One alarm as it stands.
///
/// @param since       when it entered its state
/// @param firstRaised when it first went to ALARM after the first fault; null when it never did
/// @param source      the team's tool that tells of it, or `Gameday` beside such; null where there are only Gameday's
public record AlarmView(String name, Scope scope, AlarmState state, Instant since, @Nullable Instant firstRaised,
        @Nullable String source) {

    /// An alarm of Gameday's own.
    public AlarmView(String name, Scope scope, AlarmState state, Instant since, @Nullable Instant firstRaised) {
        this(name, scope, state, since, firstRaised, null);
    }

    public boolean raised() {
        return state == AlarmState.ALARM;
    }

    public String words() {
        String where = scope instanceof Scope.Site ? name : name + " " + Words.name(scope);
        return source == null ? where : where + " (" + source + ")";
    }
}
