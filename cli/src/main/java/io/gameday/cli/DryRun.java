package io.gameday.cli;

import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.BlastRadius;
import io.gameday.experiment.Experiment.Doing;
import io.gameday.experiment.Experiment.Step;
import io.gameday.journal.view.Words;
import io.gameday.reference.simulated.StepPlans;
import io.gameday.target.FaultPlan;
import io.gameday.yaml.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a run would do, in words, in the order in which it would do it. Starts nothing and asks nobody.
///
/// @param on          where it would be played
/// @param runs        the folder that the run's folder would be made in
/// @param environment who is told of pages is read from it
record DryRun(RunCommand.On on, Path runs, Map<String, String> environment) {

    private static final List<String> CHANNELS = List.of("GAMEDAY_WEBHOOK", "GAMEDAY_SLACK_WEBHOOK",
            "GAMEDAY_PAGERDUTY_ROUTING_KEY");

    List<String> lines(Catalog.Found found) {
        Experiment experiment = found.experiment();
        List<String> lines = new ArrayList<>();
        lines.add(experiment.name() + ": " + experiment.title());
        if (experiment.system().own() != null) {
            OwnPlan plan = OwnPlan.of(experiment);
            lines.addAll(plan.lines());
            lines.add("  injects     nothing, unless it is run with --unleashed " + plan.hash());
        } else {
            reference(experiment, lines);
        }
        expectations(experiment, lines);
        lines.add("  pages       " + pages(experiment));
        lines.add("  writes      " + runs + "/TIME-" + experiment.name()
                + ": journal, scorecard.json, junit.xml, receipt.json and the document");
        return lines;
    }

    private void reference(Experiment experiment, List<String> lines) {
        Experiment.SystemUnderTest system = experiment.system();
        String shape = Words.count(system.cellNames().size(), "cell") + " in " + String.join(", ", system.zones())
                + ", headroom " + system.headroomPercent() + " %";
        lines.add("  starts      " + switch (on) {
            case local -> "the reference app as processes of this machine, on loopback: " + shape
                    + "; and an agent, which takes faults away when this process is dead";
            case simulated -> "nothing: the reference app is modelled, in virtual time: " + shape;
        });
        lines.add("  customers   " + experiment.traffic().customers() + ", together "
                + OwnPlan.rate(experiment.traffic().rate()));
        String steady = experiment.prepare().steadyState().stream().map(condition -> condition.words())
                .collect(Collectors.joining("; "));
        lines.add("  waits for   " + (steady.isEmpty() ? "no steady state" : steady));
        StepPlans plans = Reached.of(experiment);
        lines.add("  steps       " + (experiment.steps().size() + experiment.operations().size()));
        List<Step> steps = experiment.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            lines.add("    " + Words.name(step.fault()) + OwnPlan.details(step.fault()) + ", " + Units.words(step.at())
                    + " after the steady state" + (step.lasts() == null ? "" : ", for " + Units.words(step.lasts())));
            if (i < plans.plans().size()) {
                reach(plans.plans().get(i), lines);
            }
        }
        if (!plans.doubt().isEmpty()) {
            lines.add("    reach not known: " + plans.doubt());
        }
        for (Doing doing : experiment.operations()) {
            lines.add("    " + doing.name() + " " + doing.operation().scope() + ", " + Units.words(doing.at())
                    + " after the steady state" + (doing.lasts() == null ? "" : ", for " + Units.words(doing.lasts())));
        }
        BlastRadius radius = experiment.prepare().blastRadius();
        lines.add("  at most     "
                + OwnPlan.radius(new BlastRadius(radius.zones(), radius.cells(), radius.tasks(), null, null))
                + ", else it is not started");
        lines.add("  stops when  " + OwnPlan.stops(experiment));
    }

    private static void reach(FaultPlan plan, List<String> lines) {
        lines.add("      reaches " + Words.count(plan.tasks().size(), "task") + " of " + String.join(", ", plan.cells())
                + " in " + String.join(", ", plan.zones()));
        lines.add("      ends by " + plan.endsBy() + "; by hand: " + plan.undo());
    }

    private static void expectations(Experiment experiment, List<String> lines) {
        BlastRadius radius = experiment.prepare().blastRadius();
        List<String> expected = Stream
                .of(experiment.detect().stream().map(Expectation::words).map(words -> "    detect: " + words),
                        experiment.respond().stream().map(Expectation::words).map(words -> "    respond: " + words),
                        limit(radius.customersPercent(), "customers hurt at any time"),
                        limit(radius.failedOrdersPercent(), "requests failed"))
                .flatMap(each -> each).toList();
        lines.add("  expects     " + expected.size());
        lines.addAll(expected);
    }

    private static Stream<String> limit(@Nullable Double percent, String what) {
        return percent == null ? Stream.of() : Stream.of("    " + what + ": at most " + OwnPlan.percent(percent));
    }

    private String pages(Experiment experiment) {
        if (experiment.graded().pages() != Experiment.PagesFrom.GAMEDAY) {
            return "nobody: who is told by " + experiment.graded().pages().word() + " is read";
        }
        if (on == RunCommand.On.simulated) {
            return "nobody: they are modelled";
        }
        String outside = CHANNELS.stream().filter(environment::containsKey).collect(Collectors.joining(", "));
        return "the run's inbox" + (outside.isEmpty() ? "; no channel is set" : ", and by " + outside);
    }
}
