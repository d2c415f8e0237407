package io.gameday.engine;

import java.util.Optional;
import java.util.function.Consumer;

/// The people who were invited to a run. Called on the loop.
public interface Gathering {

    /// Asks them whether the run may begin.
    ///
    /// @param told once, on the loop: empty when all say go, or why the run is not started
    void gather(Consumer<Optional<String>> told);

    /// The run is over but for its last event: what was kept for the end is journalled now.
    void part();

    /// Nobody was invited.
    static Gathering nobody() {
        return new Gathering() {
            @Override
            public void gather(Consumer<Optional<String>> told) {
                told.accept(Optional.empty());
            }

            @Override
            public void part() {
                // Nobody kept anything.
            }
        };
    }
}
