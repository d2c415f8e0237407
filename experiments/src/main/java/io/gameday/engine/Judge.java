package io.gameday.engine;

import java.util.Optional;

/// Decides one prediction from what is observed, in order. After it has ruled it is not asked again.
interface Judge {

    Optional<Ruling> observe(Observed observed);

    /// Whether it has a time that runs now, though it need not have had one: the run goes on until it has ruled.
    default boolean waiting() {
        return false;
    }

    /// What it had to be, such as `≤ 15 s`.
    String wanted();
}
