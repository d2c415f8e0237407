package io.gameday.target;

import io.gameday.observability.Measurement;
import io.gameday.observability.ServerReport;
import java.util.List;
import java.util.function.Consumer;

/// What can be seen of the system from outside.
public interface Signals {

    /// Hands over every measurement from now on, on the engine's loop.
    void follow(Consumer<Measurement> listener);

    /// Asks each server what it counted since it was asked last, and hands over what came of it once, on the engine's
    /// loop, within a second. A server that is asked for the first time has nothing to tell yet, and is not in it; nor is
    /// any where servers cannot be asked, or are still being asked.
    default void askServers(Consumer<List<ServerReport>> reply) {
        reply.accept(List.of());
    }
}
