package io.gameday.reference.event;

/// Something that automation, or a person through the platform, did.
///
/// @param seq   grows from event to event, also over a restart of the process that tells it
/// @param at    ISO 8601 instant
/// @param actor `AUTOMATION` or `PERSON`
/// @param name  one of the names of [EventLog]
/// @param scope as [io.gameday.observability.Scope] prints it
/// @param text  for people
public record AppEvent(long seq, String at, String actor, String name, String scope, String text) {
}
