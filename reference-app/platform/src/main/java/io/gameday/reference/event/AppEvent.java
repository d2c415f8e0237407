package io.gameday.reference.event;

import org.jspecify.annotations.Nullable;

/// Something that automation, or a person through the platform, did.
///
/// @param seq   grows from event to event, also over a restart of the process that tells it
/// @param at    ISO 8601 instant
/// @param actor `AUTOMATION` or `PERSON`
/// @param role  of the person, where they gave one; null for automation
/// @param name  one of the names of [EventLog]
/// @param scope as [io.gameday.observability.Scope] prints it
/// @param text  for people
public record AppEvent(long seq, String at, String actor, @Nullable String role, String name, String scope,
        String text) {
}
