package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.target.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What holds of the reference app. New ones for each day, as they remember.
final class Invariants {

    private Invariants() {
    }

    static List<Invariant> all() {
        return List.of(new SameCell(), new SomebodyAsked(), new EnoughHealthy(EnoughHealthy.By.REBALANCE),
                new EnoughHealthy(EnoughHealthy.By.ROLLOUT), new OneUnitAtATime());
    }

    /// A customer never changes cell.
    static final class SameCell implements Invariant {
        private final Map<String, String> cells = new HashMap<>();

        @Override
        public String name() {
            return "a customer never changes cell";
        }

        @Override
        public Optional<String> broken(Look look) {
            for (Measurement request : look.requests()) {
                if (request.observer() == Observer.CUSTOMER && request.customer() != null && request.cell() != null) {
                    String before = cells.putIfAbsent(request.customer(), request.cell());
                    if (before != null && !before.equals(request.cell())) {
                        return Optional.of(request.customer() + " went from " + before + " to " + request.cell());
                    }
                }
            }
            return Optional.empty();
        }
    }

    /// While a task has been healthy for a while, requests to its cell are tried somewhere.
    static final class SomebodyAsked implements Invariant {

        /// The router hears of a new task within seconds.
        private static final int WHILE = 5;

        private final Map<String, Integer> healthyFor = new HashMap<>();

        @Override
        public String name() {
            return "the router never refuses everything while anything is healthy";
        }

        @Override
        public Optional<String> broken(Look look) {
            Map<String, String> cellsOfHealthy = look.tasks().stream().filter(SomebodyAsked::healthy)
                    .collect(Collectors.toMap(Task::id, Task::cell));
            healthyFor.keySet().retainAll(cellsOfHealthy.keySet());
            cellsOfHealthy.keySet().forEach(task -> healthyFor.merge(task, 1, Integer::sum));
            Set<String> served = cellsOfHealthy.entrySet().stream()
                    .filter(task -> healthyFor.getOrDefault(task.getKey(), 0) > WHILE).map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            return look.requests().stream()
                    .filter(request -> request.observer() == Observer.CUSTOMER && request.instance() == null
                            && !request.outcome().useful())
                    .filter(request -> request.cell() == null ? served.size() == 2 : served.contains(request.cell()))
                    .findFirst().map(request -> "nobody was asked for " + request.customer() + " in " + request.cell()
                            + ", and tasks are healthy");
        }

        private static boolean healthy(Task task) {
            return task.state() == Task.State.HEALTHY;
        }
    }
}
