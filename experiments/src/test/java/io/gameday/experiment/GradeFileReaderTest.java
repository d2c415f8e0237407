package io.gameday.experiment;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.yaml.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GradeFileReaderTest {

    @Test
    void aFileIsReadWhole() {
        var reading = GradeFileReader.read("grade.yaml", """
                title: Checkout down
                objective: 99.95 %
                customers: 'sum(rate(ok[1m])) / sum(rate(all[1m]))'
                alarms:
                  - { name: CheckoutErrors, within: 2m, team: payments }
                  - { name: CheckoutSlow, within: 90s }
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.grade()).contains(new GradeFile("Checkout down", "sum(rate(ok[1m])) / sum(rate(all[1m]))",
                new Objective.AtLeast(0.9995), List.of(new Wanted("CheckoutErrors", Duration.ofMinutes(2), "payments"),
                        new Wanted("CheckoutSlow", Duration.ofSeconds(90), null))));
    }

    @Test
    void anObjectiveCanBeALimitAndMayBeLeftToTheCommandLine() {
        String alarms = "alarms: [{ name: Slow, within: 2m }]\n";

        assertThat(GradeFileReader.read("f", "atMost: 0.5\n" + alarms).grade().orElseThrow().objective())
                .isEqualTo(new Objective.AtMost(0.5));
        assertThat(GradeFileReader.read("f", alarms).grade().orElseThrow().objective()).isNull();
    }

    @Test
    void aFileWithoutAlarmsSaysWhatOneLooksLike() {
        assertThat(GradeFileReader.read("f", "objective: 99 %\n").problems()).extracting(Problem::toString)
                .containsExactly("f:1:1: 'alarms' is missing; allowed: a list of at least one, such as "
                        + "{ name: CheckoutErrors, within: 2m, team: payments }");
    }

    @Test
    void everyProblemIsToldInOnePass() {
        var reading = GradeFileReader.read("grade.yaml", """
                objective: 99.9
                atMost: NaN
                alarms:
                  - { name: CheckoutErrors, witin: 2m }
                  - { name: CheckoutErrors, within: 2 }
                """);

        assertThat(reading.grade()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::toString).containsExactly(
                "grade.yaml:1:12: objective is '99.9'; allowed: a number with %, such as 99.9 %",
                "grade.yaml:2:9: atMost is 'NaN'; allowed: a number without a unit",
                "grade.yaml:2:9: both 'objective' and 'atMost' are given; keep one",
                "grade.yaml:4:5: 'alarms[1].within' is missing; allowed: 1 s to 24 h",
                "grade.yaml:4:29: unknown field 'alarms[1].witin'; did you mean 'within'?; allowed: name, team, within",
                "grade.yaml:5:13: the alarm 'CheckoutErrors' is given twice; keep one",
                "grade.yaml:5:37: alarms[2].within is '2'; allowed: a number with ms, s, m or h, such as 500ms, 40s or 2m");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsPlace() {
        assertThat(GradeFileReader.read("f", "a: [").problems()).singleElement().asString()
                .startsWith("f:1:5: not readable as YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99.9", "101 %", "a lot", "-1 %"})
    void anObjectiveOnTheCommandLineIsAShareInPercent(String wrong) {
        assertThat(GradeFileReader.objective(wrong)).isEmpty();
        assertThat(GradeFileReader.objective("99.9 %")).contains(new Objective.AtLeast(0.999));
    }
}
