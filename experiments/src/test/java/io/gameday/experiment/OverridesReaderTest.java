package io.gameday.experiment;

import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OverridesReaderTest {

    private static Reading read(String system) throws IOException {
        String text = Files.readString(Path.of("catalog", "az-power-loss.yaml"));
        return ExperimentReader.read("x", "x.yaml",
                text.replace("headroom: 150 %", "headroom: 150 %\n  " + system.replace("; ", "\n  ")));
    }

    @Test
    void oneCustomerAndARunOfThemAreGivenACell() throws IOException {
        assertThat(
                read("overrides: { c-07: cell-2, c-09..c-11: cell-1 }").experiment().orElseThrow().system().overrides())
                .isEqualTo(Map.of("c-07", "cell-2", "c-09", "cell-1", "c-10", "cell-1", "c-11", "cell-1"));
    }

    @Test
    void nobodyIsGivenACellUnlessItIsSaid() throws IOException {
        assertThat(read("shape: multi-zone").experiment().orElseThrow().system().overrides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "overrides: { c-07: cell-9 } | system.overrides.c-07 is 'cell-9'; did you mean 'cell-1'?; allowed: cell-1, cell-2",
            "overrides: { c-9..c-11: cell-1 } | system.overrides names 'c-9..c-11'; allowed: a customer, such as c-07, or a run of them",
            "overrides: { c-11..c-09: cell-1 } | names 'c-11..c-09'; allowed: a customer",
            "overrides: { c-01..d-09: cell-1 } | names 'c-01..d-09'; allowed: a customer",
            "overrides: { C 1: cell-1 } | names 'C 1'; allowed: a customer",
            "overrides: { c-01..c-05: cell-1, c-05: cell-2 } | system.overrides.c-05 names c-05, who was given a cell above; name everybody once",
            "overrides: [c-01] | system.overrides is a list; allowed: a group of fields",
            "routing: cluster; overrides: { c-01: cell-1 } | with system.routing cluster they have none; write system.routing: sticky, or take it out"})
    void whatCannotBeGivenIsNamed(String system, String message) throws IOException {
        assertThat(read(system).problems()).extracting(Problem::message)
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }

    @ParameterizedTest
    @CsvSource({"shed, SHED", "queue, QUEUE"})
    void ordersBeyondTheLimitAreRefusedOrQueued(String word, Experiment.Overload overload) throws IOException {
        assertThat(read("mechanisms: { overload: " + word + " }").experiment().orElseThrow().system().mechanisms()
                .overload()).isEqualTo(overload);
    }

    @Test
    void anotherWordIsRefused() throws IOException {
        assertThat(read("mechanisms: { overload: panic }").problems()).extracting(Problem::message)
                .containsExactly("system.mechanisms.overload is 'panic'; allowed: queue, shed");
    }
}
