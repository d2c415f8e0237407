package io.gameday.reference.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A backup of one cell's orders: what a restore brings back. What the cell took since is lost.
///
/// @param at     when it was taken
/// @param orders ids of the orders in it
public record RestorePoint(Instant at, Set<String> orders) {

    /// Who looks at whether faults bite: nobody's customer.
    static final String PROBER = "prober";

    public RestorePoint {
        orders = Set.copyOf(orders);
    }

    /// What the cell loses when it is restored to this point. It is told by what the backup holds, not by the time of the
    /// order: an order that was under way while the backup was taken may be on either side of it.
    ///
    /// @param stored  customer of each order that the cell holds now
    /// @param restore when the restore is done
    public Loss loss(Map<String, String> stored, Instant restore) {
        SortedMap<String, Integer> lost = new TreeMap<>();
        stored.forEach((order, customer) -> {
            if (!orders.contains(order)) {
                lost.merge(customer, 1, Integer::sum);
            }
        });
        Integer ours = lost.remove(PROBER);
        return new Loss(at, restore, lost, ours == null ? 0 : ours);
    }

    /// Orders lost by a restore.
    ///
    /// @param from   the restore point
    /// @param to     when the restore was done
    /// @param orders how many by customer; nobody who lost none
    /// @param ours   that Gameday placed to look at a fault; nobody misses them
    public record Loss(Instant from, Instant to, SortedMap<String, Integer> orders, int ours) {

        public int total() {
            return orders.values().stream().mapToInt(Integer::intValue).sum();
        }

        /// For people, such as `2 orders from … to … are lost: c-01 1, c-07 1`, with instants in whole seconds.
        public String words() {
            String time = "from " + second(from) + " to " + second(to);
            return orders.isEmpty()
                    ? "no order " + time + " is lost"
                    : total() + (total() == 1 ? " order " : " orders ") + time + (total() == 1 ? " is" : " are")
                            + " lost: "
                            + orders.entrySet().stream().map(c -> c.getKey() + " " + c.getValue())
                                    .collect(Collectors.joining(", "))
                            + (ours == 0 ? "" : "; besides " + ours + " of Gameday's own");
        }

        private static Instant second(Instant at) {
            return Instant.ofEpochSecond(at.getEpochSecond());
        }
    }
}
