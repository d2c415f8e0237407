package io.gameday.experiment;

import io.gameday.target.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A control run is the experiment without its faults, and with those predictions that need none.
class ControlTest {

    private static java.util.stream.Stream<Path> catalog() throws IOException {
        return ExperimentReaderTest.catalog();
    }

    private static Experiment read(String text) {
        ExperimentReader.Reading reading = ExperimentReader.read("x", "x.yaml", text);
        assertThat(reading.problems()).isEmpty();
        return reading.experiment().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("catalog")
    void everyShippedExperimentHasAControlWithoutFaultsAtTheSameTimes(Path file) throws IOException {
        String text = Files.readString(file);
        Experiment real = read(text);
        Experiment control = read("control: true\n" + text);

        assertThat(control.name()).isEqualTo("x-control");
        assertThat(control.title()).isEqualTo("Control: " + real.title());
        assertThat(control.hypothesis()).isEqualTo("Nothing is done, and the system is well by itself.");
        assertThat(control.steps()).isEmpty();
        assertThat(control.operations()).hasSize(real.steps().size() + real.operations().size());
        for (int i = 0; i < real.steps().size(); i++) {
            assertThat(control.operations().get(i).operation()).isInstanceOf(Operation.Calm.class);
            assertThat(control.operations().get(i).at()).isEqualTo(real.steps().get(i).at());
            assertThat(control.operations().get(i).lasts()).isPositive();
        }
        assertThat(real.detect()).containsAll(control.detect());
        assertThat(control.detect()).noneMatch(line -> line instanceof Expectation.AlarmFires);
        assertThat(control.respond()).noneMatch(
                line -> line instanceof Expectation.AutomationActs || line instanceof Expectation.PersonPaged);
    }

    @Test
    void anotherWordThanTrueOrFalseIsRefusedAtItsPlace() {
        assertThat(ExperimentReader.read("x", "x.yaml", "control: perhaps\n").problems())
                .anySatisfy(problem -> assertThat(problem.toString()).startsWith("x.yaml:1:").contains("control",
                        "perhaps", "allowed"));
    }
}
