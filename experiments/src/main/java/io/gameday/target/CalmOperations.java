package io.gameday.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Does nothing where [Operation.Calm] asks for it, on every target, and leaves all else to the target.
final class CalmOperations implements Operations {

    private final @Nullable Operations others;

    /// @param others null where the target has none
    CalmOperations(@Nullable Operations others) {
        this.others = others;
    }

    @Override
    public void begin(Operation operation, @Nullable Duration lasts, Reply<Done> reply) {
        if (operation instanceof Operation.Calm calm) {
            reply.ok(new Done("nothing was done: this is a control run, without " + calm.insteadOf()));
        } else if (others == null) {
            reply.failed("this target has no means to " + operation.words());
        } else {
            others.begin(operation, lasts, reply);
        }
    }

    @Override
    public void takeBack(Operation operation, Reply<Done> reply) {
        if (operation instanceof Operation.Calm) {
            reply.ok(new Done("there was nothing to take back"));
        } else if (others == null) {
            reply.failed("this target has no means to take back " + operation.words());
        } else {
            others.takeBack(operation, reply);
        }
    }
}
