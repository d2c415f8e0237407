package io.gameday.reference.log;

import java.util.Optional;
import java.util.function.Consumer;

/// The way to the sink.
@FunctionalInterface
public interface Delivery {

    /// Posts the batch and tells, once and from any thread, when it is acknowledged (empty) or why it may not have
    /// arrived.
    void post(LogBatch batch, Consumer<Optional<String>> then);
}
