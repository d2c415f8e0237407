package io.gameday.reference.policy;

/// What the control plane knows of a task that has not stopped. STARTING is until its first passed health check. ENDING is
/// after it was asked to stop, while its process still holds its slots.
public enum TaskState {
    STARTING, HEALTHY, UNHEALTHY, ENDING
}
