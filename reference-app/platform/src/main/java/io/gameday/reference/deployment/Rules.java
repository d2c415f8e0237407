package io.gameday.reference.deployment;

/// What of a deployment's safety is switched on.
///
/// @param versionConsistency a tag is resolved to its digest once per deployment; without it at each start of a task
/// @param circuitBreaker     tasks that do not come up fail the deployment
/// @param alarms             a cell's alarm fails the deployment, unless it rang before
/// @param bake               a unit has to answer enough calls without anomaly before others follow
/// @param allAtOnce          every unit in one wave
public record Rules(boolean versionConsistency, boolean circuitBreaker, boolean alarms, boolean bake,
        boolean allAtOnce) {
}
