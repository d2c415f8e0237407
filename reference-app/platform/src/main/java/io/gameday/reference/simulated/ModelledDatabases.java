package io.gameday.reference.simulated;

import io.gameday.reference.policy.RestorePoint;
import io.gameday.target.Operations.Done;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The orders of each cell, in a database of its own that is backed up and restored without the others.
final class ModelledDatabases {

    /// For how long a cell's orders wait while its database is restored, as with some thousand orders on real processes.
    static final Duration RESTORE = Duration.ofMillis(200);

    private final Clock clock;
    /// By cell, the customer of each order.
    private final Map<String, Map<String, String>> stores = new HashMap<>();
    private final Map<String, RestorePoint> backups = new HashMap<>();
    /// By cell that is being restored, the ticks at which it is done.
    private final Map<String, Long> restoring = new HashMap<>();

    ModelledDatabases(Clock clock) {
        this.clock = clock;
    }

    void store(String cell, ModelledOrder order) {
        of(cell).put(order.id(), order.customer());
    }

    boolean holds(String cell, String order) {
        return of(cell).containsKey(order);
    }

    /// How long an order waits now, since the database is being restored.
    Duration wait(String cell) {
        return Duration.ofNanos(restoring.getOrDefault(cell, clock.ticks()) - clock.ticks());
    }

    /// The newest backup takes the place of the one before.
    void backup(String cell, Reply<Done> reply) {
        if (restoring.containsKey(cell)) {
            reply.failed("the database of " + cell + " is being restored");
            return;
        }
        RestorePoint point = new RestorePoint(clock.now(), of(cell).keySet());
        backups.put(cell, point);
        reply.ok(new Done("(database " + cell + ") " + point.orders().size() + " orders are in the backup."));
    }

    /// Back to the newest backup; the answer, which names the orders lost, comes when the cell has its database again.
    void restore(String cell, Reply<Done> reply) {
        RestorePoint point = backups.get(cell);
        if (point == null) {
            reply.failed("there is no backup of " + cell + "; take one before with: do: backup, cell: " + cell);
        } else if (restoring.containsKey(cell)) {
            reply.failed("the database of " + cell + " is being restored already");
        } else {
            restoring.put(cell, clock.ticks() + RESTORE.toNanos());
            clock.at(RESTORE, () -> {
                // Only now: what was being written when the restore began is lost as well.
                RestorePoint.Loss loss = point.loss(of(cell), clock.now());
                of(cell).keySet().retainAll(point.orders());
                restoring.remove(cell);
                reply.ok(new Done("(database " + cell + ") restored; " + loss.words() + "."));
            });
        }
    }

    private Map<String, String> of(String cell) {
        return stores.computeIfAbsent(cell, c -> new HashMap<>());
    }
}
