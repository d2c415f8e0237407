package io.gameday.aws.fis.plan;

import java.util.List;
import java.util.Map;

/// Something that an action can be aimed at.
///
/// @param type  such as `aws:ecs:task`
/// @param paths what a filter or a parameter of a target can ask, such as `AvailabilityZone` or `cluster`, with every
///              word that counts as its value
public record Resource(String arn, String type, Map<String, String> tags, Map<String, List<String>> paths) {

    public Resource {
        tags = Map.copyOf(tags);
        paths = Map.copyOf(paths);
    }
}
