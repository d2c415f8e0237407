package io.gameday.reference.policy;

/// Counts health checks: three misses in a row make unhealthy, one pass makes healthy.
///
/// @param passed whether a check has ever passed
/// @param misses in a row; 0 or more
public record TaskHealth(boolean passed, int misses) {

    /// Of a task that has not been checked.
    public static final TaskHealth NEW = new TaskHealth(false, 0);

    /// Misses in a row that make unhealthy.
    public static final int LIMIT = 3;

    /// After a check that passed, or did not.
    public TaskHealth after(boolean pass) {
        return pass ? new TaskHealth(true, 0) : new TaskHealth(passed, misses + 1);
    }

    public TaskState state() {
        if (misses >= LIMIT) {
            return TaskState.UNHEALTHY;
        }
        return passed ? TaskState.HEALTHY : TaskState.STARTING;
    }
}
