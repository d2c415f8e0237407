package io.gameday.reference.policy;

/// One task of a service that has not stopped.
///
/// @param id       unique within the service; a start that the host has not answered yet has one too
/// @param revision what it runs; of a start that has not been answered yet, what is wanted now
public record Task(String id, String zone, TaskState state, String revision) {
}
