package io.gameday.prometheus;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What tells one number of a server from its others: a metric's name and labels. A label without a value is the same as
/// none, as Prometheus has it.
///
/// @param labels in the order of their names
public record Series(String name, Map<String, String> labels) implements Comparable<Series> {

    public Series {
        TreeMap<String, String> sorted = new TreeMap<>(labels);
        sorted.values().removeIf(String::isEmpty);
        labels = Collections.unmodifiableMap(sorted);
    }

    /// The label's value; empty when the series has no such label.
    public String label(String label) {
        return labels.getOrDefault(label, "");
    }

    /// The same series without one of its labels.
    Series without(String label) {
        Map<String, String> fewer = new TreeMap<>(labels);
        fewer.remove(label);
        return new Series(name, fewer);
    }

    /// By the written form: also so that a map of series whose hashes were made to collide stays quick.
    @Override
    public int compareTo(Series other) {
        return toString().compareTo(other.toString());
    }

    /// As Prometheus writes it: `name{cell="cell-1",zone="az1"}`.
    @Override
    public String toString() {
        return labels.isEmpty()
                ? name
                : labels.entrySet().stream().map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(",", name + "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
