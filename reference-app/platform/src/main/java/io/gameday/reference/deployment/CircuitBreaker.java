package io.gameday.reference.deployment;

/// ECS's deployment circuit breaker: so many tasks that did not come up, or failed their health checks, in a row, and the
/// deployment has failed (developer guide, "How the deployment circuit breaker detects failures").
///
/// A task that becomes healthy sets the count to 0. One that dies after it was healthy does not count, as in ECS: that gap
/// is what [Bake] is for. Not for use by several threads.
final class CircuitBreaker {

    private static final int LEAST = 3;
    private static final int MOST = 200;

    private int failures;

    /// How many failures break it: half of the desired count, 3 to 200. @param desired tasks, 0 or more
    static int threshold(int desired) {
        return Math.clamp((desired + 1) / 2, LEAST, MOST);
    }

    /// A task did not reach health, or was stopped for failing its check.
    void failed() {
        failures++;
    }

    /// A task of the deployment is healthy.
    void healthy() {
        failures = 0;
    }

    int failures() {
        return failures;
    }

    /// @param desired the count at this moment
    boolean broken(int desired) {
        return failures >= threshold(desired);
    }
}
