package io.gameday.reference.policy;

/// What the control plane knows of a task that has not stopped. STARTING is until its first passed health check.
public enum TaskState {
    STARTING, HEALTHY, UNHEALTHY
}
