package io.gameday.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// When the condition of an alarm was true.
///
/// @param first  the first evaluation
/// @param every  time between two evaluations
/// @param count  how many evaluations there were
/// @param series for each set of labels, the numbers (from 0) of the evaluations at which it was true
public record Breaches(Instant first, Duration every, int count, List<Set<Integer>> series) {

    public Instant at(int evaluation) {
        return first.plus(every.multipliedBy(evaluation));
    }
}
