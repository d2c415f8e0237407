package io.gameday.aws.fis.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a target of a template describes. Resources are named by their ARN, or found by tags, filters and parameters
/// that all must match.
///
/// @param resourceType such as `aws:ecs:task`
/// @param resourceArns at most 5; excludes tags and filters
/// @param resourceTags all must match, an empty value only an empty one
/// @param filters      all must match
/// @param parameters   by resource type, such as `cluster` for tasks
public record FisTarget(String resourceType, List<String> resourceArns, Map<String, String> resourceTags,
        List<Filter> filters, SelectionMode selectionMode, Map<String, String> parameters) {

    static final String BOTH = "names resources, and resourceTags or filters would look for others; "
            + "allowed: one way or the other";
    static final String NEITHER = "describes no resources; allowed: resourceArns, or any of resourceTags, filters "
            + "and parameters";

    /// @param path   in the words of the resource's Describe call, such as `AvailabilityZone`; at most 256 characters
    /// @param values one of which must be there; each at most 128 characters
    public record Filter(String path, List<String> values) {
        public Filter {
            Limits.FILTER_PATH.check("path", path);
            Limits.FILTER_VALUES.check("values", values.size());
            values.forEach(value -> Limits.FILTER_VALUE.check("values", value));
            values = List.copyOf(values);
        }
    }

    public FisTarget {
        Limits.ID.check("resourceType", resourceType);
        Limits.ARNS.check("resourceArns", resourceArns.size());
        Limits.TAGS.check("resourceTags", resourceTags.size());
        boolean found = !resourceTags.isEmpty() || !filters.isEmpty();
        if (!resourceArns.isEmpty() && found) {
            throw new IllegalArgumentException("resourceArns " + BOTH);
        }
        if (resourceArns.isEmpty() && !found && parameters.isEmpty()) {
            throw new IllegalArgumentException("a target " + NEITHER);
        }
        resourceArns = List.copyOf(resourceArns);
        resourceTags = Collections.unmodifiableMap(new LinkedHashMap<>(resourceTags));
        filters = List.copyOf(filters);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
