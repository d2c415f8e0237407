package io.gameday.reference.policy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Which cell a customer means by the cluster's name: one of those in the name, by chance and each as likely, and the same
/// for five seconds, as with the answers of a name server that are kept for a while. So cells get about the same number of
/// customers, never exactly, or with two stacks as [StackWeights] say, and one that leaves the name still gets requests for as
/// long as its answers are kept.
///
/// Not for use by several threads.
public final class ClusterName {

    public static final Duration KEPT = Duration.ofSeconds(5);

    private final Map<String, Answer> answers = new HashMap<>();

    private record Answer(String cell, long until) {
    }

    /// @param cells   that are in the name
    /// @param weights of the stacks that they belong to
    /// @param now     ticks in nanoseconds
    /// @return empty when no cell is in the name and no answer is kept
    public Optional<String> cell(String customer, List<String> cells, StackWeights weights, long now,
            RandomGenerator random) {
        Answer kept = answers.get(customer);
        if (kept != null && now - kept.until < 0) {
            return Optional.of(kept.cell);
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        List<String> drawn = weights.draw(cells, random);
        String cell = drawn.get(random.nextInt(drawn.size()));
        answers.put(customer, new Answer(cell, now + KEPT.toNanos()));
        return Optional.of(cell);
    }

    /// With one stack.
    public Optional<String> cell(String customer, List<String> cells, long now, RandomGenerator random) {
        return cell(customer, cells, StackWeights.ONE, now, random);
    }

    /// Forgets customers that are not known any more.
    public void retain(Set<String> customers) {
        answers.keySet().retainAll(customers);
    }
}
