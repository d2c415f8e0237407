package io.gameday.reference.deployment;

/// A task as the control plane knows it.
///
/// @param life how it stands
public record TaskSight(String id, String zone, String revision, Life life) {

    /// How a task stands.
    public enum Life {
        /// Has not passed a health check yet.
        STARTING,
        /// Passed its newest health checks.
        HEALTHY,
        /// Failed its health checks.
        UNHEALTHY,
        /// Was asked to stop while it was well.
        ENDING,
        /// Ended because it was asked to.
        GONE,
        /// Was asked to stop because it failed its health checks, or never passed one.
        GIVEN_UP,
        /// Ended without having been asked to.
        DIED;

        boolean failed() {
            return this == GIVEN_UP || this == DIED;
        }

        boolean there() {
            return this == STARTING || this == HEALTHY || this == UNHEALTHY;
        }
    }
}
