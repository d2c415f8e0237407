package io.gameday.reference.simulated;

import io.gameday.experiment.Experiment.Inventory;
import io.gameday.experiment.Experiment.Spread;
import io.gameday.observability.Layout;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Inventory: answers one call after the other, each as long as its capacity makes it. A call whose asker has given up is
/// worked on all the same, as nothing tells it so.
final class ModelledInventory {

    /// More work than this does not wait, as in the real one.
    private static final long MOST_WAITING = Duration.ofSeconds(10).toNanos();

    private final boolean zonal;
    private final boolean needed;
    private final long each;
    private final Map<String, Long> freeAt = new HashMap<>();

    /// @param layout by which a zonal one is divided
    ModelledInventory(Inventory inventory, Layout layout) {
        zonal = inventory.spread() == Spread.ZONAL;
        needed = inventory.needed();
        Double capacity = inventory.capacity();
        int parts = zonal ? layout.parts().size() : 1;
        each = capacity == null ? 0 : Math.round(Duration.ofSeconds(1).toNanos() * parts / capacity);
    }

    /// Whether it can become too small.
    boolean limited() {
        return each > 0;
    }

    /// Whether an order fails without its answer.
    boolean needed() {
        return needed;
    }

    /// Takes a call. @param now ticks
    ///
    /// @return nanoseconds to its answer; empty when it is refused
    OptionalLong ask(String cell, String zone, long now) {
        if (!limited()) {
            return OptionalLong.of(0);
        }
        String instance = zonal ? zone + "." + cell : "";
        long begins = Math.max(now, freeAt.getOrDefault(instance, now));
        if (begins - now > MOST_WAITING) {
            return OptionalLong.empty();
        }
        freeAt.put(instance, begins + each);
        return OptionalLong.of(begins + each - now);
    }
}
