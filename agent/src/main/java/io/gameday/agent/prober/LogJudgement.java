package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether what a task writes about an order arrives at the log sink. Pure.
final class LogJudgement {

    private final Scene scene;

    LogJudgement(Scene scene) {
        this.scene = scene;
    }

    /// @param orders  what each order showed, by its id
    /// @param to      the address that each was sent to, by its id
    /// @param arrived ids of which a line was found at the sink
    record Trail(Map<String, Sight> orders, Map<String, String> to, Set<String> arrived) {

        List<String> sentTo(Reach.Place place) {
            return to.entrySet().stream().filter(entry -> entry.getValue().equals(place.address()))
                    .map(Map.Entry::getKey).toList();
        }

        /// The task has it: it answered, or it stands still over it.
        boolean taken(String id) {
            Sight sight = orders.get(id);
            return sight != null && (sight.served() || sight instanceof Sight.Silent && sight.lost());
        }

        boolean missing(Reach.Place place) {
            List<String> taken = sentTo(place).stream().filter(this::taken).toList();
            return !taken.isEmpty() && taken.stream().noneMatch(arrived::contains);
        }

        boolean complete(Reach.Place place) {
            List<String> sent = sentTo(place);
            return !sent.isEmpty() && arrived.containsAll(sent) && sent.stream().allMatch(this::taken);
        }
    }

    Finding of(Trail trail) {
        List<Reach.Place> standing = scene.standing();
        List<String> taken = standing.stream().flatMap(place -> trail.sentTo(place).stream()).filter(trail::taken)
                .toList();
        long silent = taken.stream().filter(id -> trail.orders().get(id) instanceof Sight.Silent).count();
        long there = taken.stream().filter(trail.arrived()::contains).count();
        String value = there + " of " + taken.size()
                + (silent > 0 ? "; " + silent + " of the orders did not come back" : "");
        String wish = scene.wish("0 of 1 or more at each task", "all, at each task");
        boolean bites = !standing.isEmpty() && standing.stream().allMatch(trail::missing);
        boolean gone = !standing.isEmpty() && standing.stream().allMatch(trail::complete);
        return new Finding(bites, gone, "orders to " + scene.where() + " with a line at the log sink within 2 s", value,
                wish, scene.where(), scene.strangers(trail::missing), "sends no lines to the sink either");
    }
}
