package io.gameday.aws.fis.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one experiment will do.
///
/// @param id         of the FIS experiment
/// @param experiment what is played, as an experiment file of ours; empty where no action does anything
/// @param actions    in the template's order
/// @param stopAlarms names of the alarms of ours that stop it
/// @param failed     why it fails before anything starts, such as a target without resources; empty where it does not
/// @param resolved   by target name, the resources chosen
public record StagePlan(String id, String experiment, List<Action> actions, Map<String, List<Resource>> resolved,
        Set<String> stopAlarms, String failed) {

    /// One action.
    ///
    /// @param at      since the experiment is running
    /// @param lasts   zero for what is done at once
    /// @param faults  what it does, by the ids that the journal has for it; empty for a wait
    /// @param steps   operations that it does, by the names that the journal has for them
    /// @param skipped why it is not done; empty where it is
    public record Action(String name, Duration at, Duration lasts, Set<String> faults, Set<String> steps,
            String skipped) {
    }

    /// @param type such as `aws:ecs:task`
    public record Resource(String type, String arn) {
    }
}
