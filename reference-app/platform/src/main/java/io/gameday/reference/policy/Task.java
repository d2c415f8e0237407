package io.gameday.reference.policy;

/// One task of a service that has not stopped and was not asked to.
///
/// @param id unique within the service; a start that the host has not answered yet has one too
public record Task(String id, String zone, TaskState state) {
}
