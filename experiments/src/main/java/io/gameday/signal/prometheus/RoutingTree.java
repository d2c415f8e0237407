package io.gameday.signal.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Alertmanager's way of finding who is told: down the tree to the deepest route that matches, the first one unless it
/// says to continue.
record RoutingTree(List<LabelMatcher> matchers, boolean goesOn, Ending ending, List<RoutingTree> routes) {

    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d|w|y)");
    private static final Ending DEFAULTS = new Ending("", Duration.ofSeconds(30), Duration.ofMinutes(5), List.of(),
            false);

    /// Where a route ends.
    ///
    /// @param delay    from the first alarm of a group to its notification
    /// @param interval until the same group is notified of something new
    /// @param groupBy  labels whose values make a group; `...` is all of them
    /// @param atTimes  true where it is silent at some times of the week
    record Ending(String receiver, Duration delay, Duration interval, List<String> groupBy, boolean atTimes) {

        String group(Map<String, String> labels) {
            if (groupBy.contains("...")) {
                return receiver + labels;
            }
            return receiver
                    + groupBy.stream().sorted().map(label -> label + "=" + labels.getOrDefault(label, "")).toList();
        }
    }

    /// @throws IllegalArgumentException when a part of it cannot be read
    static RoutingTree read(JsonNode route) {
        return read(route, DEFAULTS);
    }

    private static RoutingTree read(JsonNode route, Ending above) {
        List<String> groupBy = new ArrayList<>();
        route.path("group_by").forEach(label -> groupBy.add(label.asString("")));
        Ending ending = new Ending(route.path("receiver").asString(above.receiver),
                duration(route.path("group_wait"), above.delay), duration(route.path("group_interval"), above.interval),
                route.has("group_by") ? List.copyOf(groupBy) : above.groupBy,
                route.has("mute_time_intervals") || route.has("active_time_intervals"));
        List<RoutingTree> routes = new ArrayList<>();
        route.path("routes").forEach(child -> routes.add(read(child, ending)));
        return new RoutingTree(LabelMatcher.in(route, ""), route.path("continue").asBoolean(false), ending,
                List.copyOf(routes));
    }

    private static Duration duration(JsonNode node, Duration above) {
        if (node.isMissingNode()) {
            return above;
        }
        Duration sum = Duration.ZERO;
        Matcher part = DURATION.matcher(node.asString(""));
        while (part.find()) {
            long n = Long.parseLong(part.group(1));
            sum = sum.plus(switch (part.group(2)) {
                case "ms" -> Duration.ofMillis(n);
                case "s" -> Duration.ofSeconds(n);
                case "m" -> Duration.ofMinutes(n);
                case "h" -> Duration.ofHours(n);
                case "d" -> Duration.ofDays(n);
                case "w" -> Duration.ofDays(7 * n);
                default -> Duration.ofDays(365 * n);
            });
        }
        return sum;
    }

    /// Every route that an alarm with these labels ends at; at least one from the root.
    List<Ending> endings(Map<String, String> labels) {
        if (!matchers.stream().allMatch(matcher -> matcher.matches(labels))) {
            return List.of();
        }
        List<Ending> endings = new ArrayList<>();
        for (RoutingTree route : routes) {
            List<Ending> below = route.endings(labels);
            endings.addAll(below);
            if (!below.isEmpty() && !route.goesOn) {
                break;
            }
        }
        return endings.isEmpty() ? List.of(ending) : endings;
    }
}
