package io.gameday.cli.prove;

import io.gameday.agent.ledger.Standing;
import io.gameday.target.Observation;
import java.util.function.Consumer;

/// The campaign's own look at a fault, from its own process. It answers on the loop.
interface Watcher {

    /// Looks for the fault's effect, for some seconds.
    void bites(Standing fault, Consumer<Observation> then);

    /// Looks for the absence of any effect, for some seconds.
    void gone(Standing fault, Consumer<Observation> then);
}
