package io.gameday.experiment;

import java.util.List;

/// Two stacks beside each other, of which the new one gets the share of requests that a step `do: weights` gives it; before
/// that it gets none.
///
/// @param newStack  cells of the new stack; empty where there is one stack only
/// @param suspicion whether the new stack loses its share by itself when it fares worse than the old one
public record Stacks(List<String> newStack, boolean suspicion) {

    public static final Stacks ONE = new Stacks(List.of(), true);

    public Stacks {
        newStack = List.copyOf(newStack);
    }

    Stacks of(List<String> cells) {
        return new Stacks(cells, suspicion);
    }
}
