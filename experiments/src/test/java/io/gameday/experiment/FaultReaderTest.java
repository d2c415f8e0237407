package io.gameday.experiment;

import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.journal.JournalFormat;
import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.yaml.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class FaultReaderTest {

    private static final Duration DELAY = Duration.ofMillis(300);

    static Stream<Arguments> steps() {
        return Stream.of(step("zone-power-loss, zone: az1", new Fault.ZonePowerLoss("az1")),
                step("zone-partition, zone: az1", new Fault.ZonePartition("az1")),
                step("zone-latency, zone: az1, delay: 300ms, jitter: 50ms",
                        new Fault.ZoneLatency("az1", DELAY, Duration.ofMillis(50))),
                step("zone-loss, zone: az1, share: 30 %", new Fault.ZoneLoss("az1", 30)),
                step("task-crash, cell: cell-1, zone: az1", new Fault.TaskCrash("cell-1", "az1")),
                step("task-hang, cell: cell-1, zone: az1", new Fault.TaskHang("cell-1", "az1")),
                step("task-latency, cell: cell-1, zone: az1, delay: 300ms",
                        new Fault.TaskLatency("cell-1", "az1", DELAY)),
                step("task-errors, cell: cell-1, zone: az1, share: 50 %", new Fault.TaskErrors("cell-1", "az1", 50)),
                step("task-memory, cell: cell-1, zone: az1", new Fault.TaskMemory("cell-1", "az1", 85)),
                step("log-sink-stall", new Fault.LogSinkStall(Scope.SITE)),
                step("log-sink-stall, zone: az2", new Fault.LogSinkStall(new Scope.Zone("az2"))),
                step("dependency-slow, dependency: inventory, cell: cell-2, delay: 300ms",
                        new Fault.DependencySlow("inventory", new Scope.Cell("cell-2"), DELAY)),
                step("dependency-down, dependency: inventory", new Fault.DependencyDown("inventory", Scope.SITE)),
                step("database-slow, cell: cell-1, delay: 300ms", new Fault.DatabaseSlow("cell-1", DELAY)),
                step("control-plane-down, cell: cell-1", new Fault.ControlPlaneDown("cell-1")),
                step("bad-deploy, cell: cell-1, defect: errors", new Fault.BadDeploy("cell-1", "errors")),
                step("bad-deploy, defect: slow", new Fault.BadDeploy("every-cell", "slow")),
                step("bad-config, zone: az1", new Fault.BadConfig(new Scope.Zone("az1"))),
                step("bad-alarm", new Fault.BadAlarm()),
                step("poison-pill, customer: c-01", new Fault.PoisonPill("c-01")),
                step("surge, rate: 120/s", new Fault.Surge(120)), step("external, what: pull the plug, zone: az3",
                        new Fault.External("pull the plug", new Scope.Zone("az3"))));
    }

    private static Arguments step(String text, Fault fault) {
        return Arguments.of(text, fault);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyKindIsReadFromAFileAndSurvivesTheJournal(String step, Fault fault) {
        Reading reading = read("{ inject: " + step + (fault.lasting() ? ", for: 40s" : "") + " }");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.experiment().orElseThrow().steps().getFirst().fault()).isEqualTo(fault);
        var mapper = JournalFormat.mapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(fault), Fault.class)).isEqualTo(fault);
    }

    @Test
    void noKindIsLeftOutHere() {
        Set<String> read = steps().map(step -> ((Fault) step.get()[1]).kind()).collect(Collectors.toSet());
        assertThat(read).containsExactlyInAnyOrderElementsOf(Fault.KINDS);
    }

    /// What a form starts a step with must be a step.
    @ParameterizedTest
    @MethodSource("steps")
    void theFieldsOfEveryKindMakeAStepThatCanBeRead(String step, Fault fault) {
        String fields = FaultField.of(fault.kind()).stream().filter(FaultField::required)
                .map(field -> ", " + field.name() + ": " + switch (field.name()) {
                    case "zone" -> "az1";
                    case "cell" -> "cell-1";
                    default -> field.sample();
                }).collect(Collectors.joining());
        assertThat(read("{ inject: " + fault.kind() + fields + " }").problems()).isEmpty();
    }

    @Test
    void whatIsMissingOrOutOfRangeIsToldInOnePass() {
        assertThat(read("{ inject: zone-latency, zone: az9, delay: 31s, for: 40s }").problems())
                .extracting(Problem::message)
                .containsExactly("steps[1].zone is 'az9'; did you mean 'az1'?; allowed: az1, az2, az3",
                        "steps[1].delay is 31s; allowed: 40 ms to 30 s");
        assertThat(read("{ inject: zone-loss, zone: az1, for: 40s }").problems()).extracting(Problem::message)
                .containsExactly("'steps[1].share' is missing; allowed: 2 % to 100 %");
        assertThat(read("{ inject: zone-latency, zone: az1, delay: 100ms, jitter: 200ms, for: 40s }").problems())
                .extracting(Problem::message)
                .containsExactly("steps[1].jitter is 200 ms; allowed: up to 'delay', 100 ms");
        assertThat(read("{ inject: task-latency, cell: cell-1, zone: az1, delay: 39ms, for: 40s }").problems())
                .extracting(Problem::message).containsExactly("steps[1].delay is 39ms; allowed: 40 ms to 30 s");
        assertThat(read("{ inject: external, what: pull the plug, for: 40s }").problems()).extracting(Problem::message)
                .containsExactly("'steps[1].zone' is missing; allowed: az1, az2, az3");
        assertThat(read("{ inject: zone-loss, zone: az1, share: 1 %, for: 40s }").problems())
                .extracting(Problem::message).containsExactly("steps[1].share is 1 %; allowed: 2 % to 100 %");
        assertThat(read("{ inject: task-crash, cell: cell-1, zone: az1, delay: 1s }").problems())
                .extracting(Problem::message).singleElement().asString().startsWith("unknown field 'steps[1].delay'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "zone-latency, zone: az1, delay: , for: 40s | 'steps[1].delay' is empty; allowed: 40 ms to 30 s",
            "zone-loss, zone: az1, share: , for: 40s | 'steps[1].share' is empty; allowed: 2 % to 100 %",
            "surge, rate: , for: 40s | 'steps[1].rate' is empty; allowed: 1/s to 10000/s",
            "bad-deploy, cell: cell-1, defect: , for: 40s | 'steps[1].defect' is empty; allowed: crash, errors, slow, unhealthy",
            "poison-pill, customer: '', for: 40s | 'steps[1].customer' is empty; allowed: words",
            "zone-partition, zone: az1, for: | 'steps[1].for' is empty; allowed: 1 s to 24 h",
            "zone-partition, zone: , for: 40s | 'steps[1].zone' is empty; allowed: az1, az2, az3",
            "log-sink-stall, cell: , for: 40s | 'steps[1].cell' is empty; allowed: cell-1, cell-2",
            "zone-partition, zone: [az1, az2], for: 40s | steps[1].zone is a list; allowed: a single value"})
    void aFieldThatHoldsNothingOfUseIsToldOnce(String step, String message) {
        assertThat(read("{ inject: " + step + " }").problems()).extracting(Problem::message).containsExactly(message);
    }

    @Test
    void whatCouldNotBeProvenIsKnownAndCanStillBeReadFromAJournal() {
        assertThat(new Fault.ZoneLatency("az1", Duration.ofMillis(20), Duration.ZERO).unprovable()).isPresent();
        assertThat(new Fault.ZoneLoss("az1", 1).unprovable()).isPresent();
        assertThat(new Fault.External("pull the plug", Scope.SITE).unprovable()).isPresent();
        assertThat(new Fault.ZoneLatency("az1", Fault.SHORTEST_DELAY, Duration.ZERO).unprovable()).isEmpty();
        assertThat(new Fault.ZonePowerLoss("az1").unprovable()).isEmpty();
    }

    private static Reading read(String step) {
        return ExperimentReader.read("e", "e.yaml", """
                title: t
                hypothesis: h
                system: { app: reference }
                traffic: { customers: 1, rate: 1/s }
                prepare:
                  steadyState: [ { metric: availability, atLeast: 99 %% } ]
                  blastRadius: {}
                steps:
                  - %s
                """.formatted(step));
    }
}
