package io.gameday.reference.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/// Which task gets a request: among those that are not evicted the one with the fewest outstanding requests, chance
/// deciding between equals.
public final class Routing {

    private Routing() {
    }

    /// Those of `tasks` that are not evicted, or, failing open, all of them when none is left: with every task out, sending
    /// somewhere is better than sending nowhere.
    public static <T> List<T> candidates(List<T> tasks, Predicate<T> evicted, boolean failOpen) {
        List<T> left = new ArrayList<>(tasks.size());
        for (T task : tasks) {
            if (!evicted.test(task)) {
                left.add(task);
            }
        }
        return left.isEmpty() && failOpen ? tasks : left;
    }

    /// The same while a zone is shifted away: those outside it, or, where each of them is evicted, those inside that are not.
    ///
    /// @param shifted whether requests leave the task's zone
    public static <T> List<T> candidates(List<T> tasks, Predicate<T> evicted, Predicate<T> shifted, boolean failOpen) {
        List<T> outside = candidates(tasks, evicted.or(shifted), false);
        return outside.isEmpty() ? candidates(tasks, evicted, failOpen) : outside;
    }

    /// Those of `candidates` that are near, or all of them where none is.
    public static <T> List<T> near(List<T> candidates, Predicate<T> near) {
        List<T> found = candidates.stream().filter(near).toList();
        return found.isEmpty() ? candidates : found;
    }

    /// The candidate with the fewest outstanding requests; empty when there is none that `allowed` admits.
    ///
    /// @param allowed for the first attempt everything, for a retry what is in another zone
    public static <T> Optional<T> choose(List<T> candidates, Predicate<T> allowed, ToIntFunction<T> outstanding,
            RandomGenerator random) {
        T best = null;
        int fewest = Integer.MAX_VALUE;
        int equals = 0;
        for (T task : candidates) {
            int load = outstanding.applyAsInt(task);
            if (!allowed.test(task) || load > fewest) {
                continue;
            }
            equals = load < fewest ? 1 : equals + 1;
            // The n-th of equals takes over with chance 1/n, which makes all of them equally likely.
            if (load < fewest || random.nextInt(equals) == 0) {
                best = task;
                fewest = load;
            }
        }
        return Optional.ofNullable(best);
    }
}
