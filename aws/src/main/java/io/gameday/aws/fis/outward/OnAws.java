package io.gameday.aws.fis.outward;

import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Doing;
import io.gameday.experiment.Experiment.Step;
import io.gameday.target.Fidelity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An experiment of ours as it would be on AWS.
///
/// @param steps what is broken or done, in the file's order: faults, then operations
/// @param notes what else would be otherwise, in sentences
public record OnAws(List<Line> steps, List<String> notes) {

    /// FIS's quota of actions in a template.
    private static final int MOST_ACTIONS = 20;

    /// One step.
    ///
    /// @param words    such as `zone-latency az1`
    /// @param field    of the step that is wrong, such as `for`; empty for the step as a whole
    /// @param problems why it cannot be on AWS; empty where it can
    public record Line(String words, AwsStep step, String field, List<String> problems) {
        public Line {
            problems = List.copyOf(problems);
        }
    }

    public static OnAws of(Experiment experiment) {
        List<Line> lines = new ArrayList<>();
        experiment.steps().forEach(step -> lines.add(line(step)));
        experiment.operations().forEach(doing -> lines.add(line(doing)));
        return new OnAws(List.copyOf(lines), notes(experiment, lines));
    }

    public boolean possible() {
        return steps.stream().allMatch(line -> line.problems().isEmpty());
    }

    private static Line line(Step step) {
        AwsStep aws = AwsStep.of(step.fault(), step.lasts());
        String words = step.fault().kind() + " " + step.fault().scope();
        List<String> problems = unsupported(aws);
        Duration lasts = step.lasts();
        if (problems.isEmpty() && aws.byFis() && lasts != null
                && (lasts.compareTo(AwsStep.SHORTEST) < 0 || lasts.compareTo(AwsStep.LONGEST) > 0)) {
            return new Line(words, aws, "for",
                    List.of("lasts " + lasts.toSeconds() + " s; FIS allows 1 min to 12 h, so give it a longer for"));
        }
        return new Line(words, aws, "", problems);
    }

    private static Line line(Doing doing) {
        AwsStep aws = AwsStep.of(doing.operation());
        return new Line(doing.name(), aws, "", unsupported(aws));
    }

    private static List<String> unsupported(AwsStep aws) {
        return aws.fidelity() instanceof Fidelity.Unsupported(String why) ? List.of(why) : List.of();
    }

    private static List<String> notes(Experiment experiment, List<Line> lines) {
        List<String> notes = new ArrayList<>();
        int actions = lines.stream().mapToInt(line -> line.step().drafts().size()).sum();
        if (actions > MOST_ACTIONS) {
            notes.add("it needs " + actions + " actions of FIS, and a template holds " + MOST_ACTIONS);
        }
        List<Step> network = experiment.steps().stream()
                .filter(step -> AwsStep.of(step.fault(), step.lasts()).drafts().stream().anyMatch(Draft::onNetwork))
                .toList();
        for (int i = 0; i < network.size(); i++) {
            for (Step other : network.subList(i + 1, network.size())) {
                if (together(network.get(i), other)) {
                    notes.add(network.get(i).fault().kind() + " and " + other.fault().kind()
                            + " are in force at the same "
                            + "time; on one task FIS runs one action on the network at a time");
                }
            }
        }
        long automation = Stream.concat(experiment.detect().stream(), experiment.respond().stream())
                .filter(Expectation.AutomationActs.class::isInstance).count();
        if (automation > 0) {
            notes.add(automation + (automation == 1 ? " prediction is" : " predictions are")
                    + " about what the platform does by itself, which ECS does not tell Gameday: unknown on AWS");
        }
        notes.add(
                "cells, zones, headroom and mechanisms are as you have deployed them; the file changes none of them there");
        return List.copyOf(notes);
    }

    private static boolean together(Step one, Step other) {
        return one.at().compareTo(end(other)) < 0 && other.at().compareTo(end(one)) < 0;
    }

    private static Duration end(Step step) {
        return step.at().plus(step.lasts() == null ? Duration.ZERO : step.lasts());
    }
}
