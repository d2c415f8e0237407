package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.target.FaultPlan;
import io.gameday.target.Task;
import java.time.Duration;
import java.util.List;

/// Experiments and what they reach, for tests of papers.
final class Samples {

    static final Limits LIMITS = new Limits(Duration.ofSeconds(8), Duration.ofSeconds(90), Duration.ofSeconds(8),
            Duration.ofSeconds(15), Duration.ofSeconds(60));

    private Samples() {
    }

    static Experiment experiment(String text) {
        ExperimentReader.Reading reading = ExperimentReader.read("lost-zone", "lost-zone.yaml", text);
        return reading.experiment().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    /// Two steps, of which the second in the file comes first.
    static final String TWO = """
            title: A crash, then a zone without power
            hypothesis: Nobody has to act.
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 41, rate: 120/s }
            prepare:
              steadyState:
                - { metric: availability, atLeast: 99.9 %, for: 10s }
                - { metric: p99, zone: az2, below: 500ms, for: 20s }
              blastRadius: { zones: 1, cells: 2, customers: 25 %, failedOrders: 1 % }
              stopWhen:
                - { metric: availability, below: 50 %, for: 15s }
            steps:
              - { name: power, inject: zone-power-loss, zone: az1, at: 45s, for: 40s }
              - { name: crash, inject: task-crash, cell: cell-1, zone: az2, at: 5s }
            detect:
              expect:
                - { alarm: zone-impact, zone: az1, within: 15s, of: power }
                - { silent: zone-impact, zone: az3 }
            respond:
              escalation: [ { page: on-call, after: 0s } ]
              expect:
                - { automation: replacement, cell: cell-1, within: 20s, of: crash }
                - { page: on-call, within: 20s, of: power }
                - { acknowledged: on-call, within: 30s, of: power }
                - { metric: availability, atLeast: 99.9 %, within: 10s, for: 20s, of: power }
                - { interventions: 0 }
            learn:
              coe: { owner: platform owner }
            """;

    /// The same, with what operators do before the first injection and after it.
    static final String WITH_OPERATIONS = TWO.replace("steps:\n", """
            steps:
              - { name: leave, do: shift, zone: az1, at: 65s, for: 200s }
              - { name: kept, do: backup, cell: cell-1, at: 2s }
            """);

    /// Nothing is broken.
    static final String ONLY_OPERATION = """
            title: A zonal shift, and nothing else
            hypothesis: Nobody notices.
            system: { cells: 2, zones: [az1, az2, az3] }
            traffic: { customers: 41, rate: 120/s }
            prepare:
              steadyState:
                - { metric: availability, atLeast: 99.9 %, for: 10s }
              blastRadius: { zones: 1 }
              stopWhen:
                - { metric: availability, below: 50 %, for: 15s }
            steps:
              - { do: shift, zone: az1, at: 5s, for: 40s }
            respond:
              expect:
                - { interventions: 0 }
            learn:
              coe: { owner: platform owner }
            """;

    static GameDayPlan plan(Experiment experiment) {
        return plan(experiment, Occasion.OPEN);
    }

    static GameDayPlan plan(Experiment experiment, Occasion occasion) {
        return GameDayPlan.of(experiment, reached(experiment), "", LIMITS, occasion);
    }

    /// One task for each part of a cell in a zone that a step is aimed at.
    static List<FaultPlan> reached(Experiment experiment) {
        return experiment.steps().stream().map(step -> {
            List<Task> tasks = experiment.system().layout().parts().stream()
                    .filter(part -> step.fault().scope().covers(part.cell(), part.zone()))
                    .map(part -> new Task(part.cell() + "-" + part.zone(), part.cell(), part.zone(), Task.State.HEALTHY,
                            "", 1))
                    .toList();
            return new FaultPlan(step.fault(), tasks.stream().map(Task::cell).distinct().toList(),
                    tasks.stream().map(Task::zone).distinct().toList(), tasks, "gameday recover", "the app's host");
        }).toList();
    }
}
