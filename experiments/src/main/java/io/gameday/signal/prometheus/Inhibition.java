package io.gameday.signal.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Alertmanager keeps an alarm to itself while another one rings whose labels `equal` are the same.
record Inhibition(List<LabelMatcher> source, List<LabelMatcher> target, List<String> equal) {

    /// @throws IllegalArgumentException when a matcher cannot be read
    static Inhibition read(JsonNode rule) {
        List<String> equal = new ArrayList<>();
        rule.path("equal").forEach(label -> equal.add(label.asString("")));
        return new Inhibition(LabelMatcher.in(rule, "source_"), LabelMatcher.in(rule, "target_"), List.copyOf(equal));
    }

    /// Whether an alarm with the labels `by` keeps one with the labels `of` silent. One that is on both sides of the
    /// rule is not silenced by another such, or the two would silence each other.
    boolean silences(Map<String, String> of, Map<String, String> by) {
        boolean bothSides = all(source, of) && all(target, by);
        return all(target, of) && all(source, by) && !bothSides
                && equal.stream().allMatch(label -> of.getOrDefault(label, "").equals(by.getOrDefault(label, "")));
    }

    private static boolean all(List<LabelMatcher> matchers, Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }
}
