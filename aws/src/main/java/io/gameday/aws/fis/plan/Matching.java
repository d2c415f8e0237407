package io.gameday.aws.fis.plan;

import io.gameday.aws.fis.catalog.Parameter;
import io.gameday.aws.fis.template.FisTarget;
import io.gameday.aws.fis.template.FisTarget.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whether a resource is one that a target describes.
final class Matching {

    private Matching() {
    }

    /// Those with the target's ARNs, in its order.
    ///
    /// @param ofType those of its type
    static List<Resource> named(FisTarget target, List<Resource> offered, List<Resource> ofType, List<String> said) {
        List<Resource> named = new ArrayList<>();
        target.resourceArns().stream().distinct().forEach(arn -> {
            ofType.stream().filter(resource -> resource.arn().equals(arn)).findFirst().ifPresentOrElse(named::add,
                    () -> said.add(offered.stream().filter(resource -> resource.arn().equals(arn)).findFirst()
                            .map(other -> arn + " is of type " + other.type() + ", not " + target.resourceType())
                            .orElse(arn + " does not exist here")));
        });
        return narrowed(asked(target), named, target.resourceType(), said);
    }

    /// Those that have the target's tags and answer its filters and parameters.
    static List<Resource> found(FisTarget target, List<Resource> ofType, List<String> said) {
        List<Resource> tagged = ofType.stream().filter(resource -> target.resourceTags().entrySet().stream()
                .allMatch(tag -> tag.getValue().equals(resource.tags().get(tag.getKey())))).toList();
        return narrowed(asked(target), tagged, target.resourceType(), said);
    }

    /// Filters and parameters alike name something of a resource, and words of which it must be one.
    private static List<Filter> asked(FisTarget target) {
        return Stream
                .concat(target.filters().stream(),
                        target.parameters().entrySet().stream().map(
                                parameter -> new Filter(parameter.getKey(), Parameter.entries(parameter.getValue()))))
                .toList();
    }

    /// Told once for each path that no resource has: AWS would know it, and here it leaves nothing.
    private static List<Resource> narrowed(List<Filter> asked, List<Resource> resources, String type,
            List<String> said) {
        if (!resources.isEmpty()) {
            asked.stream().map(Filter::path).distinct()
                    .filter(path -> resources.stream().noneMatch(resource -> resource.paths().containsKey(path)))
                    .forEach(path -> said.add("'" + path + "' is not known of any " + type + " here, so none fits"));
        }
        return resources.stream().filter(resource -> asked.stream().allMatch(filter -> fits(filter, resource)))
                .toList();
    }

    private static boolean fits(Filter filter, Resource resource) {
        return resource.paths().getOrDefault(filter.path(), List.of()).stream().anyMatch(filter.values()::contains);
    }
}
