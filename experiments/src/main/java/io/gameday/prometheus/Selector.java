package io.gameday.prometheus;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which series are meant: those of a name whose labels match, each as a whole. A label that a series does not have counts
/// as empty.
///
/// @param labels what has to match, in the order of the labels' names
public record Selector(String name, Map<String, Pattern> labels) {

    public Selector {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /// All series of a name.
    public static Selector of(String name) {
        return new Selector(name, Map.of());
    }

    /// Of these, the ones whose label has exactly this value.
    public Selector with(String label, String value) {
        return matching(label, Pattern.compile(value, Pattern.LITERAL));
    }

    /// Of these, the ones whose label's value matches, from its beginning to its end.
    public Selector matching(String label, Pattern value) {
        Map<String, Pattern> more = new TreeMap<>(labels);
        more.put(label, value);
        return new Selector(name, more);
    }

    boolean matches(Series series) {
        return series.name().equals(name) && labels.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().matcher(series.label(wanted.getKey())).matches());
    }

    /// As a query of Prometheus has it: `name{status=~"5.."}`.
    @Override
    public String toString() {
        return labels.isEmpty()
                ? name
                : labels.entrySet().stream().map(wanted -> wanted.getKey() + written(wanted.getValue()))
                        .collect(Collectors.joining(",", name + "{", "}"));
    }

    private static String written(Pattern value) {
        return ((value.flags() & Pattern.LITERAL) == 0 ? "=~\"" : "=\"") + value.pattern() + "\"";
    }
}
