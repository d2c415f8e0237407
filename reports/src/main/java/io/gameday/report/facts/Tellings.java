package io.gameday.report.facts;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.facts.Telling.Kind;
import io.gameday.target.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Everything that said of a place that it was unwell: the alarms that a run is graded by, and the system's own health
/// checks, which are tasks that fail theirs, the router's evictions and the control plane's findings.
///
/// What said so already when the first fault was injected says nothing about that fault, so it ends there.
public final class Tellings {

    private static final String UNHEALTHY = "unhealthy task";

    private final Map<String, Telling> open = new LinkedHashMap<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();
    private final List<Telling> closed = new ArrayList<>();
    private final List<String> standingBefore = new ArrayList<>();

    private Tellings() {
    }

    public static Tellings of(RunFacts facts) {
        Tellings tellings = new Tellings();
        for (Entry entry : facts.entries()) {
            if (entry.event() instanceof Event.FaultInjected && entry.at().equals(facts.zero())) {
                tellings.firstFault(entry.at());
            }
            tellings.entry(entry);
        }
        tellings.closed.addAll(tellings.open.values());
        tellings.closed.sort(Comparator.comparing(Telling::from).thenComparing(Telling::seq));
        return tellings;
    }

    /// In the order in which they began.
    public List<Telling> all() {
        return List.copyOf(closed);
    }

    public List<Telling> alarms() {
        return closed.stream().filter(t -> t.kind() == Kind.ALARM).toList();
    }

    /// What said so already when the first fault was injected, by name.
    public List<String> standingBefore() {
        return List.copyOf(standingBefore);
    }

    private void firstFault(Instant zero) {
        if (standingBefore.isEmpty()) {
            open.values().forEach(t -> standingBefore.add(t.name()));
            List.copyOf(open.keySet()).forEach(key -> end(key, zero));
            times.clear();
        }
    }

    private void entry(Entry entry) {
        switch (entry.event()) {
            case Event.AlarmChanged e when e.to() == AlarmState.ALARM ->
                begin(new Telling(Kind.ALARM, e.alarm(), e.scope(), entry.at(), null, entry.seq()));
            case Event.AlarmChanged e -> end(e.alarm() + " " + e.scope(), entry.at());
            case Event.AutomationActed e -> acted(e, entry.seq());
            case Event.TasksChanged e -> tasks(e.tasks(), entry);
            default -> {
                // Says nothing about health.
            }
        }
    }

    private void acted(Event.AutomationActed e, long seq) {
        switch (e.name()) {
            case "eviction" -> {
                // Several tasks of one place may be evicted at once.
                times.merge("eviction " + e.scope(), 1, Integer::sum);
                found("eviction", e, seq);
            }
            case "eviction-ended" -> {
                if (times.merge("eviction " + e.scope(), -1, Integer::sum) <= 0) {
                    times.remove("eviction " + e.scope());
                    end("eviction " + e.scope(), e.when());
                }
            }
            case "weigh-away", "unhealthy-task", "evacuation" -> found(e.name(), e, seq);
            case "evacuation-ended" -> end("evacuation " + e.scope(), e.when());
            case "weigh-away-ended" -> end("weigh-away " + e.scope(), e.when());
            case "steady-state" ->
                endAll(t -> t.by().equals("unhealthy-task") && Place.within(t.scope(), e.scope()), e.when());
            default -> {
                // What the platform does besides is no finding about health.
            }
        }
    }

    private void found(String what, Event.AutomationActed e, long seq) {
        begin(new Telling(Kind.HEALTH_CHECK, what, e.scope(), e.when(), null, seq));
    }

    private void tasks(List<Task> tasks, Entry entry) {
        Set<String> failing = new TreeSet<>();
        for (Task task : tasks) {
            if (task.state() == Task.State.UNHEALTHY) {
                Scope place = new Scope.CellZone(task.cell(), task.zone());
                failing.add(UNHEALTHY + " " + place);
                begin(new Telling(Kind.HEALTH_CHECK, UNHEALTHY, place, entry.at(), null, entry.seq()));
            }
        }
        endAll(t -> t.by().equals(UNHEALTHY) && !failing.contains(key(t)), entry.at());
    }

    private static String key(Telling telling) {
        return telling.by() + " " + telling.scope();
    }

    private void begin(Telling telling) {
        open.putIfAbsent(key(telling), telling);
    }

    private void endAll(Predicate<Telling> which, Instant at) {
        open.values().stream().filter(which).map(Tellings::key).toList().forEach(key -> end(key, at));
    }

    private void end(String key, Instant at) {
        Telling t = open.remove(key);
        if (t != null) {
            closed.add(new Telling(t.kind(), t.by(), t.scope(), t.from(), at, t.seq()));
        }
    }
}
