package io.gameday.signal.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Whether a label has a value, as Alertmanager's configuration writes it. A label that is not there is an empty one.
record LabelMatcher(String label, Pattern value, boolean equal) {

    private static final Pattern WRITTEN = Pattern
            .compile("\\s*\"?([^\\s\"=!~{},]+)\"?\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\",}]*))\\s*");

    boolean matches(Map<String, String> labels) {
        return value.matcher(labels.getOrDefault(label, "")).matches() == equal;
    }

    static LabelMatcher of(String label, String value, boolean regex, boolean equal) {
        return new LabelMatcher(label, Pattern.compile(regex ? value : Pattern.quote(value), Pattern.DOTALL), equal);
    }

    /// What stands in the fields `<prefix>match`, `<prefix>match_re` and `<prefix>matchers`.
    ///
    /// @throws IllegalArgumentException when a matcher cannot be read
    static List<LabelMatcher> in(JsonNode group, String prefix) {
        List<LabelMatcher> matchers = new ArrayList<>();
        group.path(prefix + "match").properties()
                .forEach(m -> matchers.add(of(m.getKey(), m.getValue().asString(""), false, true)));
        group.path(prefix + "match_re").properties()
                .forEach(m -> matchers.add(of(m.getKey(), m.getValue().asString(""), true, true)));
        group.path(prefix + "matchers").forEach(m -> matchers.addAll(read(m.asString(""))));
        return matchers;
    }

    /// One or several, such as `team="payments"` or `{team="payments",severity=~"page|critical"}`.
    private static List<LabelMatcher> read(String text) {
        String inner = text.strip();
        if (inner.startsWith("{") && inner.endsWith("}")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        List<LabelMatcher> matchers = new ArrayList<>();
        Matcher written = WRITTEN.matcher(inner);
        int at = 0;
        while (at < inner.length()) {
            if (!written.find(at) || written.start() != at) {
                throw new IllegalArgumentException("the matcher " + text + " cannot be read");
            }
            String operator = written.group(2);
            String value = written.group(3) != null
                    ? written.group(3).replaceAll("\\\\(.)", "$1")
                    : written.group(4).strip();
            matchers.add(of(written.group(1), value, operator.contains("~"), !operator.startsWith("!")));
            at = written.end() + (written.end() < inner.length() && inner.charAt(written.end()) == ',' ? 1 : 0);
        }
        return matchers;
    }
}
