package io.gameday.engine;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Step;
import io.gameday.journal.Event;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.journal.Journal;
import io.gameday.target.Answer;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.target.Fidelity;
import io.gameday.target.Operations;
import io.gameday.target.Port;
import io.gameday.target.Signals;
import io.gameday.target.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Asks what every step would reach and the guards that need no traffic, one after the other.
final class Planning {

    private final Experiment experiment;
    private final Faults faults;
    private final Port<Signals> signals;
    private final Port<Operations> operations;
    private final Journal journal;
    private final BooleanSupplier wanted;
    private final Listener listener;
    private final List<FaultPlan> plans = new ArrayList<>();

    /// Told one of the two, once.
    interface Listener {
        void granted(List<FaultPlan> plans);

        void withheld(String why);
    }

    /// @param signals    without them nothing can be measured, which withholds
    /// @param operations without them a step that does something withholds
    /// @param wanted     false once the run was stopped: answers that come after that are of no interest
    Planning(Experiment experiment, Faults faults, Port<Signals> signals, Port<Operations> operations, Journal journal,
            BooleanSupplier wanted, Listener listener) {
        this.experiment = experiment;
        this.faults = faults;
        this.signals = signals;
        this.operations = operations;
        this.journal = journal;
        this.wanted = wanted;
        this.listener = listener;
    }

    void start() {
        if (experiment.steps().isEmpty() && experiment.operations().isEmpty()) {
            // With nothing to wait for the end of, it would be played for ever.
            listener.withheld("the experiment has no steps; give it at least one");
            return;
        }
        next();
    }

    private void next() {
        if (plans.size() == experiment.steps().size()) {
            faults.inForce(this::guard);
            return;
        }
        Step step = experiment.steps().get(plans.size());
        faults.plan(step.fault(), answer -> {
            if (!wanted.getAsBoolean()) {
                return;
            }
            switch (answer) {
                case Answer.Ok<FaultPlan>(FaultPlan plan) -> {
                    plans.add(plan);
                    next();
                }
                case Answer.Failed<FaultPlan>(String why) -> {
                    journal.append(
                            new GuardAnswered("every step can be planned", false, step.fault().kind() + ": " + why));
                    listener.withheld(step.fault().kind() + " cannot be planned: " + why);
                }
            }
        });
    }

    private void guard(Answer<List<Faults.InForce>> inForce) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        List<GuardAnswered> answers = new ArrayList<>(
                Guards.beforeTraffic(experiment, plans, plan -> faults.fidelity(plan.fault()), inForce));
        if (signals instanceof Port.Absent<Signals>(String reason)) {
            answers.add(new GuardAnswered("the customers can be measured", false, reason));
        }
        if (operations instanceof Port.Absent<Operations>(String reason)) {
            if (!experiment.operations().isEmpty()) {
                answers.add(new GuardAnswered("every operation can be done here", false,
                        experiment.operations().getFirst().operation().kind() + ": " + reason));
            }
            if (experiment.prepare().evacuate() != null) {
                answers.add(new GuardAnswered("customers can leave the zone", false, reason));
            }
        }
        answers.forEach(journal::append);
        for (int i = 0; i < plans.size(); i++) {
            journalPlan(id(i), experiment.steps().get(i), plans.get(i));
        }
        answers.stream().filter(answer -> !answer.granted()).findFirst().ifPresentOrElse(
                withheld -> listener.withheld("the guard “" + withheld.guard() + "” says no: " + withheld.reason()),
                () -> listener.granted(plans));
    }

    /// The name of the fault of the step at `index`.
    static String id(int index) {
        return "f" + (index + 1);
    }

    private void journalPlan(String id, Step step, FaultPlan plan) {
        String fidelity = switch (faults.fidelity(step.fault())) {
            case Fidelity.Equal equal -> "equal";
            case Fidelity.Approximated(String how) -> "approximated: " + how;
            case Fidelity.Unsupported(String why) -> "unsupported: " + why;
        };
        journal.append(new Event.FaultPlanned(id, step.fault(), step.at(), step.lasts(), plan.cells(), plan.zones(),
                plan.tasks().stream().map(Task::id).toList(), fidelity, plan.undo(), plan.endsBy()));
    }
}
