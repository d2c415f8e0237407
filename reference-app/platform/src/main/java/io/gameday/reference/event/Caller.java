package io.gameday.reference.event;

import org.jspecify.annotations.Nullable;

/// Who had something done.
///
/// @param actor `AUTOMATION` or `PERSON`
/// @param role  of a person, such as `on-call`, where they gave one
public record Caller(String actor, @Nullable String role) {

    /// The platform itself, or a step of an experiment.
    public static final Caller PLATFORM = new Caller(EventLog.AUTOMATION, null);

    /// @param role null where they gave none
    public static Caller person(@Nullable String role) {
        return new Caller(EventLog.PERSON, role);
    }
}
