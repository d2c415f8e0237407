package io.gameday.cli.prove;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import java.util.function.Consumer;

/// Counts what customers' requests got, during the faults and after them. Belongs to the loop.
final class CustomerCount implements Consumer<Measurement> {

    private enum Phase {
        BEFORE, DURING, BETWEEN, AFTER
    }

    private Phase phase = Phase.BEFORE;
    private long during;
    private long ofDuring;
    private long after;
    private long ofAfter;

    void faultsBegin() {
        phase = Phase.DURING;
    }

    void faultsOver() {
        phase = Phase.BETWEEN;
    }

    /// From now on everybody has to be served.
    void settled() {
        phase = Phase.AFTER;
    }

    @Override
    public void accept(Measurement measurement) {
        if (measurement.observer() != Observer.CUSTOMER) {
            return;
        }
        int useful = measurement.outcome().useful() ? 1 : 0;
        if (phase == Phase.DURING) {
            ofDuring++;
            during += useful;
        } else if (phase == Phase.AFTER) {
            ofAfter++;
            after += useful;
        }
    }

    ProveReceipt.Customers customers() {
        return new ProveReceipt.Customers(during, ofDuring, after, ofAfter);
    }
}
