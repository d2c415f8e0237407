package io.gameday.journal.view;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Phase;
import io.gameday.journal.Phases;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Fault;
import io.gameday.target.Task;
import io.gameday.target.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A run as it stands after the entries taken in so far. Gives the same picture for a run that is going on, one that
/// was killed and one that is replayed. Belongs to one loop.
public final class RunView implements Consumer<Entry> {

    /// The source of Gameday's alarms where others are graded.
    private static final String OWN = "Gameday";

    private final Phases phases = new Phases();
    private final Map<Phase, Instant> entered = new EnumMap<>(Phase.class);
    private final Seconds seconds = new Seconds();
    private final Map<String, FaultView> faults = new LinkedHashMap<>();
    private final Map<String, AlarmView> alarms = new LinkedHashMap<>();
    private final List<Event.PredictionJudged> judged = new ArrayList<>();
    private final List<Event.BlastRadiusPassed> passed = new ArrayList<>();
    /// What the platform says again and again stands once, or it would push everything else out of sight.
    private final Set<String> said = new HashSet<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, Instant> startingSince = new HashMap<>();
    private List<Task> tasks = List.of();
    private int sealed;
    private Event.@Nullable PersonAsked asked;
    private Event.@Nullable RunStarted started;
    private @Nullable Instant zero;
    private @Nullable Instant paged;
    private @Nullable Instant acknowledged;
    private Event.@Nullable OrdersReadBack readBack;
    private @Nullable Transfer transfer;
    private final PeopleView people = new PeopleView();
    private Event.@Nullable RunEnded ended;
    private boolean stopping;

    @Override
    public void accept(Entry entry) {
        Instant at = entry.at();
        entered.putIfAbsent(Phase.PREPARE, at);
        fold(entry.event(), at);
        entered.putIfAbsent(phases.after(entry.event()), at);
        if (!(entry.event() instanceof Event.AutomationActed acted) || said.add(acted.scope() + acted.text())) {
            Happening.of(entry).ifPresent(happenings::add);
        }
    }

    private void fold(Event event, Instant at) {
        switch (event) {
            case Event.RunStarted start -> started = start;
            case Event.PredictionSealed _ -> sealed++;
            case Event.FaultPlanned plan -> faults.put(plan.id(), FaultView.planned(plan));
            case Event.FaultInjected injected -> {
                zero = zero == null ? at : zero;
                change(injected.id(), fault -> fault.with(injected, at));
            }
            case Event.PersonAsked question -> asked = question;
            case Event.PersonAnswered _ -> asked = null;
            case Event.InjectionFailed failed -> change(failed.id(), fault -> fault.with(failed));
            case Event.FaultObserved observed -> change(observed.id(), fault -> fault.with(observed));
            case Event.FaultReverted reverted -> change(reverted.id(), fault -> fault.with(reverted, at));
            case Event.FaultConfirmedGone gone -> change(gone.id(), fault -> fault.with(gone));
            case Event.AlarmChanged change -> changed(change, at);
            case Event.PageSent page -> paged = paged == null ? page.when() == null ? at : page.when() : paged;
            case Event.PageAcknowledged taken ->
                acknowledged = acknowledged == null ? taken.when() == null ? at : taken.when() : acknowledged;
            case Event.SecondMeasured second -> seconds.add(second);
            case Event.TasksChanged change -> changed(change.tasks(), at);
            case Event.PredictionJudged prediction -> judged.add(prediction);
            case Event.BlastRadiusPassed over -> passed.add(over);
            case Event.OrdersReadBack orders -> readBack = orders;
            case Event.TransferCounted counted -> transfer = counted.transfer();
            case Event.StopRequested _,Event.StopConditionMet _ -> stopping = true;
            case Event.RunEnded end -> {
                ended = end;
                asked = null;
            }
            // Shown as something that happened; nothing else follows from these here.
            case Event.GuardAnswered _ -> onlyShown();
            case Event.SteadyStateMeasured _ -> onlyShown();
            case Event.AutomationActed _ -> onlyShown();
            case Event.InterventionRecorded _ -> onlyShown();
            case Event.NoteTaken _ -> onlyShown();
            case Event.ServerSilent _ -> onlyShown();
            case Event.GapNoticed _ -> onlyShown();
            case Event.SourceAway _ -> onlyShown();
            case Event.SourceBack _ -> onlyShown();
            case Event.SourceRead _ -> onlyShown();
            case Event.MetricRead _ -> onlyShown();
            case Event.SampleRead _ -> onlyShown();
            case Event.OperationBegun _ -> zero = zero == null && faults.isEmpty() ? at : zero;
            case Event.EvacuationProven _ -> onlyShown();
            case Event.OperationDone _ -> onlyShown();
            case Event.OperationRefused _ -> onlyShown();
            case Event.PersonActed act -> people.accept(act);
        }
    }

    private static void onlyShown() {
        // A switch over a sealed type names every case, so that a new event asks for a decision here.
    }

    private void change(String id, UnaryOperator<FaultView> with) {
        faults.computeIfPresent(id, (same, fault) -> with.apply(fault));
    }

    private void changed(Event.AlarmChanged change, Instant at) {
        String key = change.alarm() + " " + change.scope() + " " + change.source();
        Instant since = change.when() == null ? at : change.when();
        AlarmView before = alarms.get(key);
        Instant first = before == null ? null : before.firstRaised();
        if (first == null && change.to() == AlarmState.ALARM && zero != null && !since.isBefore(zero)) {
            first = since;
        }
        alarms.put(key, new AlarmView(change.alarm(), change.scope(), change.to(), since, first, source(change)));
    }

    private @Nullable String source(Event.AlarmChanged change) {
        boolean teams = started != null && started.alarmsFrom() != null;
        return change.source() == null && teams ? OWN : change.source();
    }

    private void changed(List<Task> now, Instant at) {
        tasks = now;
        now.stream().filter(task -> task.state() == Task.State.STARTING)
                .forEach(task -> startingSince.putIfAbsent(task.id(), at));
    }

    /// What somebody has been asked and has not answered yet; null when nobody waits.
    public Event.@Nullable PersonAsked asked() {
        return asked;
    }

    public Event.@Nullable RunStarted started() {
        return started;
    }

    public Event.@Nullable RunEnded ended() {
        return ended;
    }

    public Phase phase() {
        return phases.phase();
    }

    /// When `phase` began; null when it has not.
    @Nullable
    public Instant entered(Phase phase) {
        return entered.get(phase);
    }

    /// The one instant that all times of a run count from: the first fault, or the first operation where no fault is
    /// planned. Null before it.
    @Nullable
    public Instant zero() {
        return zero;
    }

    /// `at` as seconds after the first fault, such as `+3.4 s`; empty before it.
    public String sinceZero(@Nullable Instant at) {
        return zero == null || at == null ? "" : "+" + Words.tenths(Duration.between(zero, at));
    }

    public Seconds seconds() {
        return seconds;
    }

    public Collection<FaultView> faults() {
        return faults.values();
    }

    /// The alarms that are graded: where these are the team's, Gameday's own tell nobody.
    public Collection<AlarmView> alarms() {
        return alarms.values().stream().filter(alarm -> !OWN.equals(alarm.source())).toList();
    }

    /// The graded ones and, where these are the team's, Gameday's own, which only show what could have told.
    public Collection<AlarmView> allAlarms() {
        return alarms.values();
    }

    public List<Event.PredictionJudged> judged() {
        return judged;
    }

    public List<Event.BlastRadiusPassed> passed() {
        return passed;
    }

    public List<Happening> happenings() {
        return happenings;
    }

    public int sealed() {
        return sealed;
    }

    @Nullable
    public Instant paged() {
        return paged;
    }

    @Nullable
    public Instant acknowledged() {
        return acknowledged;
    }

    public Event.@Nullable OrdersReadBack readBack() {
        return readBack;
    }

    /// What went between zones; null where nobody counted it, and before the end.
    public @Nullable Transfer transfer() {
        return transfer;
    }

    /// Who was invited and what they said.
    public PeopleView people() {
        return people;
    }

    public boolean stopping() {
        return stopping;
    }

    /// All tasks as they were told last.
    public List<Task> tasks() {
        return tasks;
    }

    /// The tasks of one cell in one zone that have not ended.
    public List<Task> tasks(String cell, String zone) {
        return tasks.stream().filter(task -> task.cell().equals(cell) && task.zone().equals(zone))
                .filter(task -> task.state() != Task.State.STOPPED).toList();
    }

    @Nullable
    public Instant startingSince(Task task) {
        return startingSince.get(task.id());
    }

    /// Whether a fault that takes the zone's power is in force.
    public boolean withoutPower(String zone) {
        return faults.values().stream().filter(FaultView::running)
                .anyMatch(view -> view.fault() instanceof Fault.ZonePowerLoss(String hit) && hit.equals(zone));
    }

    /// When the fault that is in force longest ends as planned; null when none is.
    @Nullable
    public Instant faultsEnd() {
        return faults.values().stream().filter(FaultView::running).map(FaultView::plannedEnd).reduce(null,
                (a, b) -> a == null || b != null && b.isAfter(a) ? b : a);
    }
}
