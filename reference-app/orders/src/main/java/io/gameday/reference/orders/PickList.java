package io.gameday.reference.orders;

import java.util.ArrayList;
import java.util.List;

/// What the warehouse is told to fetch: one line for each piece of the order.
///
/// This is a bug, and it is meant to stay: what an order costs in memory grows with a number that the customer chooses,
/// so that one huge order ends the task that works on it (the virtual machine runs with `-XX:+ExitOnOutOfMemoryError`):
/// from some twelve million pieces on at once, because room for the lines is asked for first; below that after some
/// seconds of collecting garbage.
/// A thousand pieces, more than any honest customer wants, cost a quarter of a megabyte.
///
/// @param lines one for each piece
record PickList(List<String> lines) {
    static PickList of(Order order, int piecesFromEach) {
        List<String> lines = new ArrayList<>(order.quantity());
        for (int piece = 1; piece <= order.quantity(); piece++) {
            lines.add("%-64s %-64s shelf %d piece %d of %d for %s".formatted(order.id(), order.item(),
                    1 + piece / (piecesFromEach + 1), piece, order.quantity(), order.customer()));
        }
        return new PickList(lines);
    }
}
