package io.gameday.reference.simulated.seeded;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.target.Automation.Action;
import io.gameday.target.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What holds of the reference app. New ones for each day, as they remember.
final class Invariants {

    private Invariants() {
    }

    static List<Invariant> all() {
        return List.of(new SameCell(), new SomebodyAsked(), new EnoughAfterRebalancing());
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

    /// Whatever rebalancing stops, enough healthy tasks are left: as many as there were to begin with.
    static final class EnoughAfterRebalancing implements Invariant {
        private final Map<String, Integer> wanted = new HashMap<>();
        private Set<Task> healthy = Set.of();

        @Override
        public String name() {
            return "never fewer healthy tasks than the minimum because of a rebalance";
        }

        @Override
        public Optional<String> broken(Look look) {
            Set<Task> now = look.tasks().stream().filter(SomebodyAsked::healthy).collect(Collectors.toSet());
            if (wanted.isEmpty()) {
                now.forEach(task -> wanted.merge(task.cell(), 1, Integer::sum));
            }
            // What a fault took in the same second is not the rebalance's doing.
            Set<Task> either = new HashSet<>(healthy);
            either.addAll(now);
            healthy = now;
            return look.actions().stream().filter(stops()).flatMap(action -> {
                Set<String> stopped = Set.copyOf(List.of(action.text().split("[^\\w-]+")));
                return wanted.entrySet().stream().filter(cell -> in(action, cell.getKey()))
                        .filter(cell -> left(either, cell.getKey(), stopped) < cell.getValue())
                        .map(cell -> action.text() + " leaves " + left(either, cell.getKey(), stopped) + " of "
                                + cell.getValue() + " in " + cell.getKey());
            }).findFirst();
        }

        private static long left(Set<Task> tasks, String cell, Set<String> stopped) {
            return tasks.stream().filter(task -> task.cell().equals(cell) && !stopped.contains(task.id())).map(Task::id)
                    .distinct().count();
        }

        private static Predicate<Action> stops() {
            return action -> action.name().equals("rebalancing") && action.text().contains("has stopped");
        }

        private static boolean in(Action action, String cell) {
            return switch (action.scope()) {
                case Scope.Cell(String name) -> name.equals(cell);
                case Scope.CellZone(String name, String _) -> name.equals(cell);
                case Scope.Site _,Scope.Zone _,Scope.Instance _ -> false;
            };
        }
    }
}
