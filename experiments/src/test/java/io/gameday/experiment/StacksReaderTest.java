package io.gameday.experiment;

import io.gameday.experiment.Experiment.Doing;
import io.gameday.target.Operation;
import io.gameday.yaml.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StacksReaderTest {

    private static final String FILE = """
            title: t
            hypothesis: h
            system:
              cells: 3
              routing: cluster
              newStack: [cell-3]
              mechanisms: { suspicion: off }
            traffic: { customers: 4, rate: 10/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1 }
            steps:
              - { inject: task-errors, cell: cell-3, zone: az3, share: 40 %, for: 40s }
              - { name: switch, do: weights, new: 25 %, at: 2s }
            """;

    @Test
    void theNewStackItsShareAndWhetherItIsWatchedAreRead() {
        Experiment experiment = ExperimentReader.read("x", "x.yaml", FILE).experiment().orElseThrow();

        assertThat(experiment.system().mechanisms().stacks()).isEqualTo(new Stacks(List.of("cell-3"), false));
        assertThat(experiment.operations())
                .containsExactly(new Doing("switch", new Operation.Weights(25), Duration.ofSeconds(2), null));
    }

    @Test
    void aNewStackIsOfSomeCellsAndLeavesSomeToTheOldOne() {
        String allowed = "; allowed: some of cell-1, cell-2, cell-3, each once, and at least one cell left for the old "
                + "stack";
        assertThat(problems(FILE.replace("[cell-3]", "[cell-4]")))
                .contains("x.yaml:6:13: system.newStack is [cell-4]" + allowed);
        assertThat(problems(FILE.replace("[cell-3]", "[cell-3, cell-3]")))
                .contains("x.yaml:6:13: system.newStack is [cell-3, cell-3]" + allowed);
        assertThat(problems(FILE.replace("[cell-3]", "[cell-1, cell-2, cell-3]")))
                .contains("x.yaml:6:13: system.newStack is [cell-1, cell-2, cell-3]" + allowed);
    }

    @Test
    void stickyCustomersHaveNoUseForWeights() {
        assertThat(problems(FILE.replace("routing: cluster", "routing: sticky"))).singleElement().asString()
                .isEqualTo("x.yaml:6:13: system.newStack gets a share of the requests to the cluster's name, and with "
                        + "system.routing sticky nobody uses that; write system.routing: cluster, or take it out");
    }

    @Test
    void aShareNeedsANewStackAndIsAShare() {
        assertThat(problems(FILE.replace("  newStack: [cell-3]\n", ""))).singleElement().asString()
                .contains("steps[2].do is weights, and there is one stack only; name the cells of the new one, such as "
                        + "system.newStack: [cell-2], or take the step out");
        assertThat(problems(FILE.replace("25 %", "125 %"))).singleElement().asString()
                .contains("steps[2].new is 125 %; allowed: 0 % to 100 %");
        assertThat(problems(FILE.replace(", new: 25 %", ""))).singleElement().asString()
                .contains("'steps[2].new' is missing");
    }

    private static List<String> problems(String file) {
        return ExperimentReader.read("x", "x.yaml", file).problems().stream().map(Problem::toString).toList();
    }
}
