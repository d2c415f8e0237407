package io.gameday.reference.simulated.seeded;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What is done to the app by chance: faults, and whatever else people do to it.
interface Move {

    /// Asked once a second.
    ///
    /// @return what was done, in words; empty when nothing was
    Optional<String> second(int second, App app, RandomGenerator random);

    /// Begins nothing more, and ends what does not end by itself.
    default void cease(App app) {
        // Most things end by themselves.
    }

    /// What of it is still there once it should be gone; empty when nothing is.
    default List<String> left(App app) {
        return List.of();
    }
}
