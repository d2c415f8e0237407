package io.gameday.reference.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// How the cluster's name is shared between the old stack and the new one: as with Route 53's weighted records each answer is
/// drawn by weight, and a stack of which no cell is in the name is passed over, also where the other one has weight 0.
///
/// @param newStack   cells of the new stack, the others being the old one; empty where there is one stack only
/// @param newPercent of the answers that mean the new stack; 0 to 100
public record StackWeights(Set<String> newStack, int newPercent) {

    public static final StackWeights ONE = new StackWeights(Set.of(), 0);
    private static final int ALL = 100;

    public StackWeights {
        newStack = Collections.unmodifiableSet(new TreeSet<>(newStack));
        if (newPercent < 0 || newPercent > ALL) {
            throw new IllegalArgumentException(
                    "weight of the new stack is " + newPercent + " %; allowed: 0 % to 100 %");
        }
    }

    /// The cells that one answer means. Where there is one stack, chance is not asked.
    ///
    /// @param cells that are in the name
    List<String> draw(List<String> cells, RandomGenerator random) {
        if (newStack.isEmpty()) {
            return cells;
        }
        boolean fresh = random.nextInt(ALL) < newPercent;
        List<String> drawn = cells.stream().filter(fresh ? newStack::contains : Predicate.not(newStack::contains))
                .toList();
        return drawn.isEmpty() ? cells : drawn;
    }

    /// Weight of each stack by its name, the old one's first; empty where there is one stack only.
    Map<String, Integer> weights() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        if (!newStack.isEmpty()) {
            weights.put("old", ALL - newPercent);
            weights.put("new", newPercent);
        }
        return weights;
    }
}
