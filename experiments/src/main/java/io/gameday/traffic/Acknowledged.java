package io.gameday.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The orders whose acceptance a customer was told, with the cell that took each: where customers are spread over cells
/// nobody else knows it. One bit an order, because the ids can be computed: an hour at 1000 orders a second takes half a
/// megabyte. Safe for use by several threads.
final class Acknowledged {

    private final int customers;
    private final Map<String, BitSet[]> roundsByCell = new TreeMap<>();

    Acknowledged(int customers) {
        this.customers = customers;
    }

    /// @param cell as the answer named it
    synchronized void add(int customer, int round, String cell) {
        roundsByCell.computeIfAbsent(cell, c -> empty())[customer].set(round);
    }

    private BitSet[] empty() {
        BitSet[] rounds = new BitSet[customers];
        for (int customer = 0; customer < customers; customer++) {
            rounds[customer] = new BitSet();
        }
        return rounds;
    }

    synchronized List<Order> all() {
        List<Order> orders = new ArrayList<>();
        roundsByCell.forEach((cell, rounds) -> {
            for (int customer = 0; customer < customers; customer++) {
                int which = customer;
                rounds[customer].stream().forEach(round -> orders.add(new Order(which, round, cell)));
            }
        });
        return orders;
    }

    /// @param customer 0 for the first
    /// @param round    which order of that customer, from 0
    /// @param cell     that took it
    record Order(int customer, int round, String cell) {
    }
}
