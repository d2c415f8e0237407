package io.gameday.traffic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The orders whose acceptance a customer was told. One bit an order, because the ids can be computed: an hour at 1000
/// orders a second takes half a megabyte. Safe for use by several threads.
final class Acknowledged {

    private final BitSet[] roundsOfCustomer;

    Acknowledged(int customers) {
        roundsOfCustomer = new BitSet[customers];
        for (int customer = 0; customer < customers; customer++) {
            roundsOfCustomer[customer] = new BitSet();
        }
    }

    synchronized void add(int customer, int round) {
        roundsOfCustomer[customer].set(round);
    }

    synchronized List<Order> all() {
        List<Order> orders = new ArrayList<>();
        for (int customer = 0; customer < roundsOfCustomer.length; customer++) {
            int which = customer;
            roundsOfCustomer[customer].stream().forEach(round -> orders.add(new Order(which, round)));
        }
        return orders;
    }

    /// @param customer 0 for the first
    /// @param round    which order of that customer, from 0
    record Order(int customer, int round) {
    }
}
