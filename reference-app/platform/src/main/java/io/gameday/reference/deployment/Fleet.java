package io.gameday.reference.deployment;

import io.gameday.reference.policy.RevisionName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of all cells' tasks: how they stand now, and what was counted of each since it began. Not for use by
/// several threads.
final class Fleet {

    private final Map<String, Integer> desired = new HashMap<>();
    private final Map<String, List<TaskSight>> tasks = new HashMap<>();
    private final Map<String, Counted> counts = new HashMap<>();

    /// @param calls the newest, which outlive the task
    private record Counted(String cell, String zone, String revision, Calls calls) {
    }

    void saw(String cell, int wanted, List<TaskSight> now) {
        desired.put(cell, wanted);
        tasks.put(cell, List.copyOf(now));
    }

    /// @param byTask cumulative
    void counted(Map<String, Calls> byTask) {
        tasks.forEach((cell, sights) -> sights.forEach(task -> {
            Calls calls = byTask.get(task.id());
            if (calls != null) {
                counts.put(task.id(), new Counted(cell, task.zone(), task.revision(), calls));
            }
        }));
    }

    /// Forgets tasks that are gone; called when no deployment is under way.
    void forget() {
        Set<String> there = new HashSet<>();
        tasks.values().forEach(sights -> sights.forEach(task -> there.add(task.id())));
        counts.keySet().retainAll(there);
    }

    Set<String> cells() {
        return tasks.keySet();
    }

    int desired(String cell) {
        return desired.getOrDefault(cell, 0);
    }

    List<TaskSight> tasks(String cell) {
        return tasks.getOrDefault(cell, List.of());
    }

    List<TaskSight> tasks(Unit unit) {
        return tasks(unit.cell()).stream().filter(task -> task.zone().equals(unit.zone())).toList();
    }

    /// Whether the unit has tasks, and all of them are healthy and of this revision; where the revision leaves the zone, whether
    /// it has none.
    boolean isOn(Unit unit, String revision) {
        return RevisionName.leaves(revision, unit.zone())
                ? tasks(unit).stream().noneMatch(task -> task.life().there() || task.life() == TaskSight.Life.ENDING)
                : isOn(unit, Set.of(revision));
    }

    boolean isOn(Unit unit, Set<String> revisions) {
        List<TaskSight> there = tasks(unit).stream().filter(task -> task.life().there()).toList();
        return !there.isEmpty() && tasks(unit).stream().noneMatch(task -> task.life() == TaskSight.Life.ENDING)
                && there.stream()
                        .allMatch(task -> task.life() == TaskSight.Life.HEALTHY && revisions.contains(task.revision()));
    }

    Calls calls(Unit unit, String revision) {
        return counts.values().stream().filter(
                of -> of.cell.equals(unit.cell()) && of.zone.equals(unit.zone()) && of.revision.equals(revision))
                .map(Counted::calls).reduce(Calls.NONE, Calls::plus);
    }

    /// Calls to what ran in the cell before `revision`.
    Calls earlierCalls(String cell, String revision) {
        return counts.values().stream().filter(of -> of.cell.equals(cell) && !of.revision.equals(revision))
                .map(Counted::calls).reduce(Calls.NONE, Calls::plus);
    }

    /// All calls to a cell, growing.
    Calls calls(String cell) {
        return counts.values().stream().filter(of -> of.cell.equals(cell)).map(Counted::calls).reduce(Calls.NONE,
                Calls::plus);
    }
}
