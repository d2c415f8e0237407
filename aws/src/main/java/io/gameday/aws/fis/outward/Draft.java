package io.gameday.aws.fis.outward;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An action of FIS with its target, not yet part of a template.
///
/// @param tags      that every resource of the target has
/// @param selection such as `ALL`
record Draft(String actionId, Map<String, String> parameters, String slot, String resourceType,
        Map<String, String> tags, String selection) {

    Draft {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /// Actions on the network of a task; FIS runs at most one of them on a task at a time.
    boolean onNetwork() {
        return actionId.startsWith("aws:ecs:task-network-");
    }
}
