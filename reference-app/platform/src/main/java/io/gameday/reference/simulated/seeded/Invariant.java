package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Measurement;
import io.gameday.target.Automation.Action;
import io.gameday.target.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What must hold at every second, whatever goes wrong.
interface Invariant {

    /// In words, as it should be.
    String name();

    /// How it is broken now; empty while it holds. Asked once for each second, in order.
    Optional<String> broken(Look look);

    /// A second.
    ///
    /// @param tasks     as they are at its end
    /// @param requests  whose outcome came to be known in it
    /// @param actions   of automation, told in it, in order
    /// @param desired   tasks of each cell, at its end
    /// @param unwatched cells whose control plane was down when it began: how their tasks were is not known to anybody
    record Look(int second, List<Task> tasks, List<Measurement> requests, List<Action> actions,
            Map<String, Integer> desired, Set<String> unwatched) {
    }
}
