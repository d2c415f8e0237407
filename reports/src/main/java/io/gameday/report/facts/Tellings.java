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
import org.jspecify.annotations.Nullable;

/// Everything that said of a place that it was unwell: the alarms that a run is graded by, and the system's own health
/// checks, which are tasks that fail theirs, the router's evictions and the control plane's findings. Where the team's
/// alarms are graded, Gameday's own tell nobody: they are kept apart as what could have told.
///
/// What said so already when the first fault was injected says nothing about that fault, so it ends there.
public final class Tellings {

    private static final String UNHEALTHY = "unhealthy task";

    private final Map<String, Telling> open = new LinkedHashMap<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();
    private final List<Telling> closed = new ArrayList<>();
    private boolean teams;
    private @Nullable Instant zero;
    private final List<String> standingBefore = new ArrayList<>();

    private Tellings() {
    }

    public static Tellings of(RunFacts facts) {
        Tellings tellings = new Tellings();
        tellings.teams = facts.started().alarmsFrom() != null;
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
        return closed.stream().filter(t -> t.kind() != Kind.COULD_HAVE).toList();
    }

    public List<Telling> alarms() {
        return closed.stream().filter(t -> t.kind() == Kind.ALARM).toList();
    }

    /// Gameday's own alarms, where the team's are graded; none where Gameday's own are.
    public List<Telling> couldHaveTold() {
        return closed.stream().filter(t -> t.kind() == Kind.COULD_HAVE).toList();
    }

    /// What said so already when the first fault was injected, by name.
    public List<String> standingBefore() {
        return List.copyOf(standingBefore);
    }

    private void firstFault(Instant at) {
        if (zero == null) {
            zero = at;
            open.values().stream().filter(t -> t.kind() != Kind.COULD_HAVE).forEach(t -> standingBefore.add(t.name()));
            List.copyOf(open.keySet()).forEach(key -> end(key, at));
            times.clear();
        }
    }

    private void entry(Entry entry) {
        switch (entry.event()) {
            // The team's tools are read with a delay.
            case Event.AlarmChanged e when zero != null && e.when() != null && e.when().isBefore(zero) -> {
                String name = new Telling(kind(e), e.alarm(), e.scope(), e.when(), null, entry.seq()).name();
                standingBefore.remove(name);
                if (e.to() == AlarmState.ALARM) {
                    standingBefore.add(name);
                }
            }
            // Of an incident that was read afterwards: since when it rang is not known, so it tells of nothing.
            case Event.AlarmChanged e when e.from() == AlarmState.ALARM && e.to() == AlarmState.ALARM -> standingBefore
                    .add(new Telling(kind(e), e.alarm(), e.scope(), when(e, entry), null, entry.seq()).name());
            case Event.AlarmChanged e when e.to() == AlarmState.ALARM ->
                begin(new Telling(kind(e), e.alarm(), e.scope(), when(e, entry), null, entry.seq()));
            case Event.AlarmChanged e -> end(key(kind(e), e.alarm(), e.scope()), when(e, entry));
            case Event.AutomationActed e -> acted(e, entry.seq());
            case Event.TasksChanged e -> tasks(e.tasks(), entry);
            default -> {
                // Says nothing about health.
            }
        }
    }

    private Kind kind(Event.AlarmChanged e) {
        return teams && e.source() == null ? Kind.COULD_HAVE : Kind.ALARM;
    }

    private static Instant when(Event.AlarmChanged e, Entry entry) {
        return e.when() == null ? entry.at() : e.when();
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
        return key(telling.kind(), telling.by(), telling.scope());
    }

    private static String key(Kind kind, String by, Scope scope) {
        return (kind == Kind.COULD_HAVE ? "could have " : "") + by + " " + scope;
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
