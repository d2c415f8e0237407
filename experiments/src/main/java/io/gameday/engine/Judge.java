package io.gameday.engine;

import java.util.Optional;

/// Decides one prediction from what is observed, in order. After it has ruled it is not asked again.
interface Judge {

    Optional<Ruling> observe(Observed observed);

    /// What it had to be, such as `≤ 15 s`.
    String wanted();
}
