package io.gameday.reference.deployment;

import io.gameday.observability.Scope;
import io.gameday.reference.policy.RevisionName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One revision on its way through the units, wave after wave.
///
/// ```
/// waiting ──► rolling ──► baking ──► done        all of a wave done ──► the next wave
///                └── breaker ─┴── anomaly, alarm ──► failed: the deployment goes back everywhere
/// ```
///
/// Not for use by several threads.
final class Deployment {

    /// Longer than a replacement takes to start.
    private static final int LONG_EMPTY = 10;

    private enum State {
        ROLLING, BAKING, DONE
    }

    private final String revision;
    private final Rules rules;
    private final List<List<Unit>> waves;
    private final boolean alarmsIgnored;
    private final Map<Unit, State> states = new HashMap<>();
    private final Map<String, CircuitBreaker> breakers = new HashMap<>();
    private final Set<String> healthyOnce = new HashSet<>();
    private final Set<String> counted = new HashSet<>();
    private final Map<Unit, Integer> died = new HashMap<>();
    /// Seconds in a row in which a unit that is rolling had no task.
    private final Map<Unit, Integer> empty = new HashMap<>();
    private int wave;

    /// @param alarmsIgnored an alarm rang already when this began
    Deployment(String revision, Rules rules, List<Unit> units, boolean alarmsIgnored) {
        this(revision, rules, units, alarmsIgnored, 0);
    }

    /// Goes on with one that began earlier.
    ///
    /// @param wave at which it is; more than there are is the last
    Deployment(String revision, Rules rules, List<Unit> units, boolean alarmsIgnored, int wave) {
        this.revision = revision;
        this.rules = rules;
        this.alarmsIgnored = alarmsIgnored;
        waves = Waves.of(units, rules.allAtOnce());
        this.wave = Math.clamp(wave, 0, waves.size() - 1);
        waves.subList(0, this.wave).forEach(done -> done.forEach(unit -> states.put(unit, State.DONE)));
        waves.get(this.wave).forEach(unit -> states.put(unit, State.ROLLING));
    }

    /// How it stands.
    sealed interface Course {
        record UnderWay() implements Course {
        }

        record Completed() implements Course {
        }

        /// @param units  that failed
        /// @param method circuit breaker, bake or alarm
        record Failed(Set<Unit> units, String method, String why) implements Course {
        }
    }

    String revision() {
        return revision;
    }

    Set<String> cells() {
        return waves.stream().flatMap(List::stream).map(Unit::cell)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whether the unit gets the revision, or has it.
    boolean reached(Unit unit) {
        return states.containsKey(unit);
    }

    /// In words, how many waves there are.
    String plan() {
        int units = waves.stream().mapToInt(List::size).sum();
        return "(deployment " + revision + ") in progress: " + units + " units in " + waves.size() + " waves"
                + (alarmsIgnored ? "; an alarm rings already, so alarms are ignored for it." : ".");
    }

    /// How far it is.
    Standing.UnderWay underWay() {
        return new Standing.UnderWay(revision, List.copyOf(cells()), wave, alarmsIgnored);
    }

    /// Closes a second: a unit without a task, as in a zone that has failed, is waited for, and that is told once.
    void second(Fleet fleet, List<Notice> tell) {
        for (Unit unit : waves.get(wave)) {
            boolean none = states.get(unit) == State.ROLLING && !leaves(unit)
                    && fleet.tasks(unit).stream().noneMatch(task -> task.life().there());
            int seconds = none ? empty.merge(unit, 1, Integer::sum) : 0;
            if (!none) {
                empty.remove(unit);
            } else if (seconds == LONG_EMPTY) {
                tell.add(new Notice(new Scope.CellZone(unit.cell(), unit.zone()), false, "(deployment " + revision
                        + ") waits for " + unit + ": no task has been there for " + LONG_EMPTY + " s."));
            }
        }
    }

    /// Looks at how things stand and goes on.
    ///
    /// @param inAlarm cells whose alarm rings
    Course step(Fleet fleet, Set<String> inAlarm, List<Notice> tell) {
        List<Unit> now = waves.get(wave);
        for (Unit unit : now) {
            notice(unit, fleet);
            CircuitBreaker breaker = breaker(unit.cell());
            if (rules.circuitBreaker() && breaker.broken(fleet.desired(unit.cell()))) {
                return new Course.Failed(Set.of(unit), "deployment circuit breaker",
                        breaker.failures() + " tasks in a row failed to start or to pass their health checks");
            }
            if (states.get(unit) == State.ROLLING && fleet.isOn(unit, revision)) {
                states.put(unit, rules.bake() && !leaves(unit) ? State.BAKING : State.DONE);
            }
        }
        Optional<Course> alarm = rules.alarms() && !alarmsIgnored ? alarm(now, inAlarm) : Optional.empty();
        return alarm.or(() -> bake(now, fleet)).orElseGet(() -> goOn(now, tell));
    }

    /// Nobody calls it then, so that nothing can be baked.
    private boolean leaves(Unit unit) {
        return RevisionName.leaves(revision, unit.zone());
    }

    private CircuitBreaker breaker(String cell) {
        return breakers.computeIfAbsent(cell, c -> new CircuitBreaker());
    }

    private void notice(Unit unit, Fleet fleet) {
        for (TaskSight task : fleet.tasks(unit)) {
            if (!task.revision().equals(revision)) {
                continue;
            }
            if (task.life() == TaskSight.Life.HEALTHY && healthyOnce.add(task.id())) {
                breaker(unit.cell()).healthy();
            } else if (failed(task) && counted.add(task.id())) {
                if (task.life() == TaskSight.Life.DIED && healthyOnce.contains(task.id())) {
                    died.merge(unit, 1, Integer::sum);
                } else {
                    breaker(unit.cell()).failed();
                }
            }
        }
    }

    private boolean failed(TaskSight task) {
        return task.life().failed() || task.life() == TaskSight.Life.UNHEALTHY && !healthyOnce.contains(task.id());
    }

    private Optional<Course> alarm(List<Unit> now, Set<String> inAlarm) {
        Set<Unit> hit = now.stream().filter(unit -> inAlarm.contains(unit.cell()) && states.get(unit) != State.DONE)
                .collect(Collectors.toSet());
        return hit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Course.Failed(hit, "deployment alarm", "the alarm on failed calls is in ALARM in "
                        + hit.stream().map(Unit::cell).distinct().sorted().collect(Collectors.joining(", "))));
    }

    /// As in ECS it begins, for everything at once, when all target tasks run healthy; unit by unit for each as soon as it is.
    private Optional<Course> bake(List<Unit> now, Fleet fleet) {
        if (!rules.bake() || rules.allAtOnce() && now.stream().anyMatch(unit -> states.get(unit) == State.ROLLING)) {
            return Optional.empty();
        }
        for (Unit unit : now) {
            boolean ends = died.getOrDefault(unit, 0) > 0;
            if (states.get(unit) != State.BAKING && !ends) {
                continue;
            }
            switch (Bake.judge(fleet.calls(unit, revision), fleet.earlierCalls(unit.cell(), revision),
                    died.getOrDefault(unit, 0))) {
                case Bake.Judgement.Anomaly(String what) -> {
                    return Optional.of(new Course.Failed(Set.of(unit), "bake", what));
                }
                case Bake.Judgement.Baked baked when fleet.isOn(unit, revision) -> states.put(unit, State.DONE);
                case Bake.Judgement.Baked baked -> {
                    // Not while a task of it is missing.
                }
                case Bake.Judgement.Waiting waiting -> {
                    // Behaviour is waited for, not minutes.
                }
            }
        }
        return Optional.empty();
    }

    private Course goOn(List<Unit> now, List<Notice> tell) {
        if (now.stream().anyMatch(unit -> states.get(unit) != State.DONE)) {
            return new Course.UnderWay();
        }
        String where = now.size() == 1 ? now.getFirst().toString() : now.size() + " units";
        tell.add(new Notice(Scope.SITE, false, "(deployment " + revision + ") wave " + (wave + 1) + " of "
                + waves.size() + " is well: " + where + "."));
        wave++;
        if (wave == waves.size()) {
            return new Course.Completed();
        }
        waves.get(wave).forEach(unit -> states.put(unit, State.ROLLING));
        return new Course.UnderWay();
    }
}
