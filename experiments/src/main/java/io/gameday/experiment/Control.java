package io.gameday.experiment;

import io.gameday.experiment.Experiment.Doing;
import io.gameday.journal.view.Words;
import io.gameday.target.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An experiment without its steps. What is still predicted of it must hold by itself: where it does not, the surroundings
/// are noisy, and nothing was learnt of the faults.
public final class Control {

    /// Of something that ends by itself, the effect is watched for as long.
    private static final Duration OF_A_MOMENT = Duration.ofSeconds(10);

    /// Not the experiment's own, of which a control run shows nothing.
    private static final String HYPOTHESIS = "Nothing is done, and the system is well by itself.";

    private Control() {
    }

    /// The same at the same times, with nothing in place of each step, and without the predictions that need one.
    public static Experiment of(Experiment experiment) {
        List<Doing> operations = new ArrayList<>();
        experiment.steps()
                .forEach(step -> operations.add(new Doing(step.name(), new Operation.Calm(Words.name(step.fault())),
                        step.at(), step.lasts() == null ? OF_A_MOMENT : step.lasts())));
        // What operators do may answer the fault, and do harm without it.
        experiment.operations()
                .forEach(doing -> operations.add(new Doing(doing.name(), new Operation.Calm(doing.operation().words()),
                        doing.at(), doing.lasts() == null ? OF_A_MOMENT : doing.lasts())));
        return new Experiment(experiment.name() + "-control", "Control: " + experiment.title(), HYPOTHESIS,
                experiment.system(), experiment.traffic(), experiment.prepare(), List.of(), experiment.metricAlarms(),
                experiment.composites(), calm(experiment.detect()), experiment.pageOn(), experiment.escalation(),
                calm(experiment.respond()), experiment.learn(), experiment.graded(), List.copyOf(operations),
                experiment.tags());
    }

    /// Of something slow or failing, a fault is the reason.
    private static boolean wellBeing(MetricCondition condition) {
        boolean high = switch (condition.comparison()) {
            case AT_LEAST, ABOVE -> true;
            case AT_MOST, BELOW -> false;
        };
        return high == (condition.metric() == Metric.AVAILABILITY);
    }

    private static List<Expectation> calm(List<Expectation> expectations) {
        return expectations.stream().filter(Control::needsNoFault).toList();
    }

    /// Whether it is predicted of a system that nothing happens to as well.
    private static boolean needsNoFault(Expectation expectation) {
        return switch (expectation) {
            case Expectation.AlarmSilent _,Expectation.CustomersUnaffected _ -> true;
            case Expectation.MetricHolds holds -> wellBeing(holds.condition());
            case Expectation.Interventions interventions -> interventions.count() == 0;
            case Expectation.Incidents incidents -> incidents.count() == 0;
            case Expectation.AlarmFires _,Expectation.TeamTold _,Expectation.AutomationActs _,Expectation.PersonPaged _,Expectation.PageAcknowledged _,Expectation.DependencyIs _ ->
                false;
        };
    }
}
