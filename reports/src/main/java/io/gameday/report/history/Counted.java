package io.gameday.report.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Equal things counted.
final class Counted {

    private Counted() {
    }

    /// `3 held, 1 broken`, in the order of their first.
    static String words(List<String> all) {
        Map<String, Integer> times = new LinkedHashMap<>();
        all.forEach(one -> times.merge(one, 1, Integer::sum));
        return times.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
    }
}
