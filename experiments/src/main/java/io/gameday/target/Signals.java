package io.gameday.target;

import io.gameday.observability.Measurement;
import java.util.function.Consumer;

/// What can be seen of the system from outside.
public interface Signals {

    /// Hands over every measurement from now on, on the engine's loop.
    void follow(Consumer<Measurement> listener);
}
