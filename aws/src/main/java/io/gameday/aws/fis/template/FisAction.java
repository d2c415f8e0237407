package io.gameday.aws.fis.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One action of a template. Whether there is such an action, and what it takes, its catalogue says.
///
/// @param actionId    such as `aws:ecs:stop-task`
/// @param description empty when there is none
/// @param parameters  all texts, 1 to 1024 characters
/// @param targets     the name of a target by the slot of the action, such as `Tasks`
/// @param startAfter  names of actions that must have completed; none to begin with the experiment
public record FisAction(String actionId, String description, Map<String, String> parameters,
        Map<String, String> targets, List<String> startAfter) {

    public FisAction {
        Limits.ID.check("actionId", actionId);
        parameters.forEach((name, value) -> {
            Limits.NAME.check("the name of a parameter", name);
            Limits.PARAMETER.check(name, value);
        });
        targets.forEach((slot, target) -> {
            Limits.NAME.check("the name of a slot", slot);
            Limits.NAME.check(slot, target);
        });
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        startAfter = List.copyOf(startAfter);
    }
}
