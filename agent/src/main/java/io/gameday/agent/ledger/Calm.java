package io.gameday.agent.ledger;

import java.util.List;

/// How the router stood right before the injection.
///
/// @param attemptsPerSecond that it made over all tasks
/// @param evicted           tasks that it left out already
public record Calm(double attemptsPerSecond, List<String> evicted) {

    public Calm {
        evicted = List.copyOf(evicted);
    }
}
