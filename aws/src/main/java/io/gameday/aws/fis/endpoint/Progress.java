package io.gameday.aws.fis.endpoint;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The states that FIS has for an experiment and its actions, read off the journal of the run that plays it.
///
/// ```
/// RunStarted → initiating → steady state seen → running → RunEnded → completed | stopped | failed
///                                                   └ StopRequested, StopConditionMet → stopping ┘
/// ```
final class Progress {

    /// In lower case on the wire.
    enum Status {
        PENDING, INITIATING, RUNNING, COMPLETED, STOPPING, STOPPED, FAILED, CANCELLED, SKIPPED;

        boolean over() {
            return this == COMPLETED || this == STOPPED || this == FAILED || this == CANCELLED || this == SKIPPED;
        }
    }

    /// @param started null before it began
    /// @param ended   null before it was over
    record State(Status status, String reason, @Nullable Instant started, @Nullable Instant ended) {

        private State to(Status next, String why, Instant at) {
            boolean begins = started == null && (next == Status.RUNNING || next == Status.INITIATING);
            return new State(next, why, begins ? at : started, next.over() ? at : ended);
        }
    }

    private static final State NOT_BEGUN = new State(Status.PENDING, "", null, null);

    private final StagePlan plan;
    private final Map<String, State> actions = new LinkedHashMap<>();
    private final Map<String, StagePlan.Action> owners = new HashMap<>();
    /// What an action began and has not seen the end of.
    private final Map<String, Set<String>> open = new HashMap<>();
    private final List<String> troubles = new ArrayList<>();
    private State whole = NOT_BEGUN;
    private @Nullable Instant running;

    Progress(StagePlan plan) {
        this.plan = plan;
        for (StagePlan.Action action : plan.actions()) {
            boolean skipped = !action.skipped().isEmpty();
            actions.put(action.name(), skipped ? new State(Status.SKIPPED, action.skipped(), null, null) : NOT_BEGUN);
            action.faults().forEach(fault -> owners.put(fault, action));
            action.steps().forEach(step -> owners.put(step, action));
            Set<String> all = new HashSet<>(action.faults());
            all.addAll(action.steps());
            open.put(action.name(), all);
        }
    }

    State whole() {
        return whole;
    }

    State of(String action) {
        return actions.getOrDefault(action, NOT_BEGUN);
    }

    /// The run could not be played at all, or was stopped before it began.
    void failed(String why, Instant at) {
        whole = whole.status() == Status.STOPPING
                ? whole.to(Status.STOPPED, whole.reason(), at)
                : whole.to(Status.FAILED, why, at);
        leave(Status.CANCELLED, "the experiment did not start", at);
    }

    /// Nothing is to be played.
    void nothingToDo(String why, Instant at) {
        whole = new State(Status.COMPLETED, why, at, at);
    }

    void accept(Entry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case Event.RunStarted _ -> whole = whole.to(Status.INITIATING, "The steady state is being measured.", at);
            // From here on steps are counted.
            case Event.SteadyStateMeasured steady when steady.when() == Event.SteadyStateMeasured.When.BEFORE
                    && steady.verdict() == Verdict.HELD ->
                run(at);
            case Event.FaultInjected injected -> began(injected.id(), at);
            case Event.OperationBegun begun -> began(begun.step(), at);
            case Event.InjectionFailed failed -> trouble(failed.id(), "could not be injected: " + failed.why(), at);
            case Event.OperationRefused refused ->
                trouble(refused.step(), refused.what() + " was refused: " + refused.why(), at);
            case Event.FaultObserved observed when observed.bites() != Verdict.HELD ->
                trouble(observed.id(), "its effect was not seen: " + observed.measure() + " was " + observed.value()
                        + ", wanted " + observed.wanted(), at);
            case Event.FaultConfirmedGone gone when gone.gone() == Verdict.HELD -> over(gone.id(), at);
            case Event.FaultConfirmedGone gone -> trouble(gone.id(),
                    "was not seen gone: " + gone.measure() + " was " + gone.value() + ", wanted " + gone.wanted(), at);
            case Event.OperationDone done -> over(done.step(), at);
            case Event.StopRequested stop -> stopping(stop.why().isEmpty() ? stop.by() : stop.why(), at);
            case Event.StopConditionMet met ->
                stopping("Stop condition: " + met.line() + ", it was " + met.value(), at);
            case Event.RunEnded end -> ended(end, at);
            default -> {
                // Moves no state but those that only time moves.
            }
        }
        waits(at);
    }

    private void run(Instant at) {
        if (running == null) {
            running = at;
            whole = whole.to(Status.RUNNING, "Experiment is running.", at);
        }
    }

    private void began(String id, Instant at) {
        run(at);
        StagePlan.Action action = owners.get(id);
        if (action != null && of(action.name()).status() == Status.PENDING) {
            actions.computeIfPresent(action.name(), (_, s) -> s.to(Status.RUNNING, "Action is running.", at));
        }
    }

    private void over(String id, Instant at) {
        StagePlan.Action action = owners.get(id);
        if (action == null) {
            return;
        }
        Set<String> left = open.getOrDefault(action.name(), Set.of());
        left.remove(id);
        if (left.isEmpty() && !of(action.name()).status().over()) {
            boolean stopped = whole.status() == Status.STOPPING;
            actions.computeIfPresent(action.name(),
                    (_, s) -> stopped
                            ? s.to(Status.STOPPED, "Action was stopped.", at)
                            : s.to(Status.COMPLETED, "Action was completed.", at));
        }
    }

    private void trouble(String id, String why, Instant at) {
        StagePlan.Action action = owners.get(id);
        String name = action == null ? id : action.name();
        troubles.add(name + ": " + why);
        actions.computeIfPresent(name, (_, s) -> s.to(Status.FAILED, why, at));
    }

    void stopping(String why, Instant at) {
        if (!whole.status().over() && whole.status() != Status.STOPPING) {
            whole = whole.to(Status.STOPPING, why, at);
        }
    }

    /// Only time moves these.
    private void waits(Instant at) {
        Instant zero = running;
        if (zero == null || whole.status() != Status.RUNNING) {
            return;
        }
        for (StagePlan.Action action : plan.actions()) {
            if (!action.faults().isEmpty() || !action.steps().isEmpty() || of(action.name()).status().over()) {
                continue;
            }
            Instant begin = zero.plus(action.at());
            Instant end = begin.plus(action.lasts());
            if (!at.isBefore(begin) && of(action.name()).status() == Status.PENDING) {
                actions.computeIfPresent(action.name(), (_, s) -> s.to(Status.RUNNING, "Action is running.", begin));
            }
            if (!at.isBefore(end)) {
                actions.computeIfPresent(action.name(), (_, s) -> s.to(Status.COMPLETED, "Action was completed.", end));
            }
        }
    }

    private void ended(Event.RunEnded end, Instant at) {
        boolean stopped = whole.status() == Status.STOPPING;
        // Held, broken and unknown are about predictions, of which FIS knows none.
        boolean played = end.exitCode() == 0 || end.exitCode() == 3 || end.exitCode() == 4;
        if (!troubles.isEmpty()) {
            whole = whole.to(Status.FAILED, String.join("; ", troubles), at);
        } else if (end.exitCode() == 6) {
            whole = whole.to(Status.STOPPED, whole.reason(), at);
        } else if (played) {
            waits(at);
            whole = whole.to(Status.COMPLETED, "Experiment completed.", at);
        } else {
            whole = whole.to(Status.FAILED, end.reason(), at);
        }
        leave(stopped || whole.status() == Status.FAILED ? Status.CANCELLED : Status.COMPLETED,
                "the experiment is over", at);
    }

    /// What has no end yet when the experiment has one.
    private void leave(Status otherwise, String why, Instant at) {
        actions.replaceAll((_, state) -> state.status().over()
                ? state
                : state.to(state.status() == Status.PENDING
                        ? otherwise
                        : whole.status() == Status.FAILED ? Status.FAILED : Status.STOPPED, why, at));
    }
}
