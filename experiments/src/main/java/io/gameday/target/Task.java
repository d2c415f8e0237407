package io.gameday.target;

/// One running copy of the service.
///
/// @param id      such as `orders-7`; never used twice in a run
/// @param address `host:port` of its service, as the router reaches it; empty while it has none
/// @param slots   requests it works on at once; 1 or more
public record Task(String id, String cell, String zone, State state, String address, int slots) {

    /// As ECS would say it, reduced to what a person needs to know.
    public enum State {
        /// Placed, not yet answering.
        STARTING,
        /// Answers its health checks.
        HEALTHY,
        /// Runs, but fails its health checks.
        UNHEALTHY,
        /// Ended.
        STOPPED
    }
}
