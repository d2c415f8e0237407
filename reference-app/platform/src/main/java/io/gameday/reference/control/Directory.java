package io.gameday.reference.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which cell each customer is in: given once, to the cell with the fewest customers, and kept for life.
public final class Directory {

    private final List<String> cells;
    private final Map<String, String> customers = new TreeMap<>();

    /// @param known customers of before; those of a cell that is no more are given another
    public Directory(List<String> cells, Map<String, String> known) {
        this.cells = cells;
        known.forEach((customer, cell) -> {
            if (cells.contains(cell)) {
                customers.put(customer, cell);
            }
        });
    }

    public Map<String, String> customers() {
        return Collections.unmodifiableMap(customers);
    }

    /// The cells of these customers; unknown ones are given one.
    public Map<String, String> assign(List<String> asked) {
        Map<String, String> answer = new LinkedHashMap<>();
        for (String customer : asked) {
            answer.put(customer, customers.computeIfAbsent(customer, c -> fewest()));
        }
        return answer;
    }

    private String fewest() {
        return cells.stream().min((a, b) -> Long.compare(count(a), count(b))).orElseThrow();
    }

    private long count(String cell) {
        return customers.values().stream().filter(cell::equals).count();
    }
}
