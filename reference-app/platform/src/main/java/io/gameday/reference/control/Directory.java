package io.gameday.reference.control;

import io.gameday.reference.policy.CellChoice;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which cell each customer is in: given once and kept for life. A new customer is given the one that the table of
/// overrides names, else one by [CellChoice]. A cell that is added later moves nobody: it gets new customers, and all of
/// them until it has its share.
public final class Directory {

    private final List<String> cells;
    private final Map<String, String> overrides;
    private final Map<String, String> customers = new TreeMap<>();
    private final Map<String, Long> inCell = new HashMap<>();

    /// @param overrides cell of each new customer whose cell somebody chose; who has a cell already keeps it
    /// @param known     customers of before; those of a cell that is no more are given another
    public Directory(List<String> cells, Map<String, String> overrides, Map<String, String> known) {
        this.cells = cells;
        this.overrides = overrides;
        known.forEach((customer, cell) -> {
            if (cells.contains(cell)) {
                give(customer, cell);
            }
        });
    }

    public Map<String, String> customers() {
        return Collections.unmodifiableMap(customers);
    }

    /// The cells of these customers; unknown ones are given one.
    public Map<String, String> assign(List<String> asked) {
        Map<String, String> answer = new LinkedHashMap<>();
        // Whose cell is given comes first, so that the others even out around them.
        asked.stream().filter(overrides::containsKey).filter(this::isNew)
                .forEach(customer -> give(customer, overrides.get(customer)));
        for (String customer : asked) {
            if (isNew(customer)) {
                give(customer, CellChoice.of(customer, cells, cell -> inCell.getOrDefault(cell, 0L)));
            }
            answer.put(customer, customers.get(customer));
        }
        return answer;
    }

    private boolean isNew(String customer) {
        return !customers.containsKey(customer);
    }

    private void give(String customer, String cell) {
        customers.put(customer, cell);
        inCell.merge(cell, 1L, Long::sum);
    }
}
