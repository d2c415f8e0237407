package io.gameday.agent.ledger;

import java.util.List;
import java.util.Objects;

/// How the router stood right before the injection.
///
/// @param attemptsPerSecond that it made over all tasks
/// @param evicted           tasks that it left out already
/// @param rule              by which it leaves a task out, in its words; empty where it did not tell
public record Calm(double attemptsPerSecond, List<String> evicted, String rule) {

    public Calm {
        evicted = List.copyOf(evicted);
        rule = Objects.requireNonNullElse(rule, "");
    }
}
