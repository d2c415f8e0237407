package io.gameday.reference.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// What a client is told that asks for a name, by the rules of Route 53. The cluster's name is a multivalue answer: up to
/// eight cells that are well, by chance where there are more, so that the platform answers for availability. A cell's
/// name is a simple record: that cell alone, well or not, so that the client answers for its failure. Where no cell is
/// well, all count as well: the name fails open. With two stacks the cluster's name is a weighted record: one of them is drawn
/// first.
public final class NameTable {

    /// Route 53 gives this many values at most in a multivalue answer.
    public static final int MOST = 8;
    /// The cluster's name. A cell's is `cell-1.orders`.
    public static final String CLUSTER = "orders";

    private NameTable() {
    }

    /// One name. @param weights of the stacks that the answer was drawn from, in percent; empty where there is one
    /// @param seconds for which an answer may be kept @param cells the answer; where empty, nothing is there
    /// @param failOpen whether a cell is in it that does not look well: no other could be named
    public record Name(String name, long seconds, List<String> cells, boolean failOpen, Map<String, Integer> weights) {
    }

    /// Every name with the answer of now, the cluster's first.
    ///
    /// @param inService cells that have tasks, in their order
    /// @param inName    those of them that the cluster's name means
    /// @param out       whether a cell does not look well
    /// @param weights   of the stacks that cells belong to
    public static List<Name> of(List<String> inService, List<String> inName, Predicate<String> out,
            StackWeights weights, RandomGenerator random) {
        long seconds = ClusterName.KEPT.toSeconds();
        List<Name> names = new ArrayList<>();
        List<String> answer = atMost(inName.isEmpty() ? inName : weights.draw(inName, random), random);
        names.add(new Name(CLUSTER, seconds, answer, inName.stream().anyMatch(out), weights.weights()));
        inService.forEach(
                cell -> names.add(new Name(cell + "." + CLUSTER, seconds, List.of(cell), out.test(cell), Map.of())));
        return List.copyOf(names);
    }

    private static List<String> atMost(List<String> cells, RandomGenerator random) {
        List<String> chosen = new ArrayList<>(cells);
        Collections.shuffle(chosen, random);
        return List.copyOf(chosen.subList(0, Math.min(MOST, chosen.size())));
    }
}
