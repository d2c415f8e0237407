package io.gameday.reference.simulated;

import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A fault that was asked for, with how things stood right before.
///
/// @param scope    what it reaches
/// @param answered tasks in reach that accepted connections
/// @param medians  the usual time of an order, by task; empty where it is not compared with
/// @param attempts of the router, per second; 0 where it is not compared with
/// @param asked    ticks of then
/// @param ending   whether it has been taken away
record KnownFault(FaultPlan plan, Scope scope, List<Task> answered, Map<String, Duration> medians, double attempts,
        long asked, boolean ending) {

    Fault fault() {
        return plan.fault();
    }

    KnownFault taken() {
        return new KnownFault(plan, scope, answered, medians, attempts, asked, true);
    }

    /// What is wanted now, in words.
    String wish(String bites, String gone) {
        return ending ? gone : bites;
    }

    /// The usual time of an order at a task; for one that started since it is that of its neighbours.
    Optional<Duration> median(String task) {
        return Optional.ofNullable(medians.get(task)).or(() -> middle(List.copyOf(medians.values())));
    }

    static Optional<Duration> middle(List<Duration> times) {
        return times.isEmpty() ? Optional.empty() : Optional.of(times.stream().sorted().toList().get(times.size() / 2));
    }
}
