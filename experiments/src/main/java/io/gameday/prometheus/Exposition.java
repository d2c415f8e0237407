package io.gameday.prometheus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that a server told in one answer, in its order.
public record Exposition(Map<Series, Sample> samples) {

    public Exposition {
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
    }

    /// The series that `selector` means.
    public List<Series> matching(Selector selector) {
        return samples.keySet().stream().filter(selector::matches).toList();
    }

    /// Whether the server told anything under this name.
    boolean knows(String name) {
        return samples.keySet().stream().anyMatch(series -> series.name().equals(name));
    }
}
