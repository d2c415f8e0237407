package io.gameday.experiment;

import io.gameday.experiment.Experiment.Doing;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Operation;
import io.gameday.yaml.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OperationReaderTest {

    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1 }
            steps:
              - { inject: zone-loss, zone: az1, share: 12 %, for: 40s }
              - STEP
            respond:
              expect:
                - { metric: availability, atLeast: 99.9 %, within: 3s, for: 20s, of: leave }
            """;

    @Test
    void aStepMayDoSomethingAndPredictionsCountFromIt() {
        var reading = read("{ name: leave, do: shift, zone: az1, at: 5s, for: 1m }");

        assertThat(reading.problems()).isEmpty();
        Experiment experiment = reading.experiment().orElseThrow();
        assertThat(experiment.operations()).containsExactly(
                new Doing("leave", new Operation.Shift("az1"), Duration.ofSeconds(5), Duration.ofMinutes(1)));
        assertThat(experiment.steps()).as("what is broken").hasSize(1);
    }

    @Test
    void whatDoesNotStayInForceTakesNoTime() {
        assertThat(read("{ name: leave, do: scale, cell: cell-1, tasks: 4 }").experiment().orElseThrow().operations())
                .containsExactly(new Doing("leave", new Operation.Scale("cell-1", 4), Duration.ZERO, null));
        assertThat(problems("{ name: leave, do: scale, cell: cell-1, tasks: 4, for: 5s }"))
                .containsExactly("x.yaml:10:60: scale does not stay in force; take 'for' out");
    }

    @Test
    void aZoneIsLeftForAWhile() {
        assertThat(
                read("{ name: leave, do: leave, zone: az1, at: 5s, for: 1m }").experiment().orElseThrow().operations())
                .containsExactly(
                        new Doing("leave", new Operation.Leave("az1"), Duration.ofSeconds(5), Duration.ofMinutes(1)));
        assertThat(problems("{ name: leave, do: leave, zone: az1 }"))
                .anySatisfy(line -> assertThat(line).contains("steps[2].for' is missing"));
    }

    @Test
    void aCellsDatabaseIsBackedUpAndRestored() {
        assertThat(read("{ name: leave, do: backup, cell: cell-1 }").experiment().orElseThrow().operations())
                .containsExactly(new Doing("leave", new Operation.Backup("cell-1"), Duration.ZERO, null));
        assertThat(read("{ name: leave, do: restore, cell: cell-2 }").experiment().orElseThrow().operations())
                .containsExactly(new Doing("leave", new Operation.Restore("cell-2"), Duration.ZERO, null));
        assertThat(problems("{ name: leave, do: restore, cell: cell-9, for: 5s }"))
                .anySatisfy(line -> assertThat(line).contains("steps[2].cell is 'cell-9'"))
                .anySatisfy(line -> assertThat(line).contains("restore does not stay in force; take 'for' out"));
    }

    @Test
    void aShareIsAWholePercentAndIsNotRounded() {
        assertThat(problems("{ name: leave, do: weights, new: 12.5 % }")).anySatisfy(
                line -> assertThat(line).contains("steps[2].new is 12.5 %; allowed: whole percents, 0 % to 100 %"));
    }

    @Test
    void everyProblemIsToldInOnePassWithPlaceValueAndNearestWord() {
        assertThat(problems("{ name: leave, do: shfit, zone: az9 }")).startsWith(
                "x.yaml:10:24: steps[2].do is 'shfit'; did you mean 'shift'?; allowed: backup, leave, restore, scale, shift, weights",
                "x.yaml:10:37: steps[2].zone is 'az9'; did you mean 'az1'?; allowed: az1, az2, az3");
        assertThat(problems("{ name: leave, do: scale, cell: cell-1, tasks: 0, at: 25h, share: 3 % }"))
                .anySatisfy(line -> assertThat(line).contains("steps[2].tasks is 0; allowed: 1 to 100"))
                .anySatisfy(line -> assertThat(line).contains("steps[2].at is 25h"))
                .anySatisfy(line -> assertThat(line).contains("share"));
        assertThat(problems("{ name: leave, do: shift, zone: az1 }")).singleElement().asString()
                .startsWith("x.yaml:10:").contains("'steps[2].for' is missing");
        assertThat(problems("{ name: leave, do: shift, inject: bad-alarm, zone: az1, for: 5s }"))
                .containsExactly("x.yaml:10:39: a step has both 'do' and 'inject'; allowed: exactly one of them");
    }

    @Test
    void aZoneMayBeLeftBeforeItIsBrokenAndMustBeOne() {
        String leaving = FILE.replace("- STEP", "- { name: leave, do: shift, zone: az1, for: 5s }");
        assertThat(ExperimentReader.read("x", "x.yaml", leaving.replace("prepare:", "prepare:\n  evacuate: az1"))
                .experiment().orElseThrow().prepare().evacuate()).isEqualTo("az1");
        assertThat(ExperimentReader.read("x", "x.yaml", leaving.replace("prepare:", "prepare:\n  evacuate: az9"))
                .problems()).extracting(Problem::toString)
                .containsExactly("x.yaml:6:13: prepare.evacuate is 'az9'; did you mean 'az1'?; allowed: az1, az2, az3");
    }

    @Test
    void aSystemOfOnesOwnIsOperatedByItsOwnMeans() {
        String own = """
                title: t
                hypothesis: h
                system: { app: http, cells: { shop: { az1: { url: "http://a:1" }, az2: { url: "http://b:1" } } } }
                traffic: { customers: 4, rate: 4/s, request: GET / }
                prepare:
                  evacuate: az1
                  steadyState: [ { metric: availability, atLeast: 99 %, for: 10s } ]
                  blastRadius: { zones: 1 }
                steps:
                  - { do: shift, zone: az1, for: 40s }
                """;
        assertThat(ExperimentReader.read("x", "x.yaml", own).problems()).extracting(Problem::toString)
                .anySatisfy(line -> assertThat(line).startsWith("x.yaml:6:")
                        .contains("prepare.evacuate is for the " + "reference app"))
                .anySatisfy(line -> assertThat(line).startsWith("x.yaml:10:")
                        .contains("steps[1].do is for the " + "reference app"))
                .hasSize(2);
    }

    @Test
    void everyKindSurvivesTheJournal() {
        var mapper = JournalFormat.mapper();
        for (Operation one : List.of(new Operation.Shift("az1"), new Operation.Scale("cell-1", 4),
                new Operation.Weights(10), new Operation.Backup("cell-1"), new Operation.Restore("cell-1"),
                new Operation.Leave("az1"))) {
            assertThat(mapper.readValue(mapper.writeValueAsString(one), Operation.class)).isEqualTo(one);
        }
        assertThat(Operation.KINDS).containsExactly("shift", "scale", "weights", "backup", "restore", "leave");
    }

    private static List<String> problems(String step) {
        return read(step).problems().stream().map(Problem::toString).toList();
    }

    private static ExperimentReader.Reading read(String step) {
        return ExperimentReader.read("x", "x.yaml", FILE.replace("STEP", step));
    }
}
