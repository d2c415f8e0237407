package io.gameday.aws.fis.outward;

import io.gameday.aws.fis.local.CheckedTemplate;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.ExperimentReader;
import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OnAwsTest {

    /// Every kind, as a step that lasts long enough.
    private static final Map<String, String> STEPS = Map.ofEntries(Map.entry("zone-power-loss", "zone: az1, for: 2m"),
            Map.entry("zone-partition", "zone: az1, for: 2m"),
            Map.entry("zone-latency", "zone: az1, delay: 200ms, for: 2m"),
            Map.entry("zone-loss", "zone: az1, share: 12 %, for: 2m"),
            Map.entry("task-crash", "cell: cell-1, zone: az2"),
            Map.entry("task-hang", "cell: cell-1, zone: az2, for: 2m"),
            Map.entry("task-latency", "cell: cell-1, zone: az2, delay: 200ms, for: 2m"),
            Map.entry("task-errors", "cell: cell-1, zone: az2, share: 50 %, for: 2m"),
            Map.entry("task-memory", "cell: cell-1, zone: az2, for: 2m"), Map.entry("log-sink-stall", "for: 2m"),
            Map.entry("dependency-slow", "dependency: inventory, delay: 2s, for: 2m"),
            Map.entry("dependency-down", "dependency: inventory, zone: az1, for: 2m"),
            Map.entry("database-slow", "cell: cell-1, delay: 80ms, for: 2m"),
            Map.entry("control-plane-down", "cell: cell-1, for: 2m"),
            Map.entry("bad-deploy", "cell: cell-1, defect: errors, for: 2m"),
            Map.entry("bad-config", "zone: az1, for: 2m"), Map.entry("bad-alarm", "for: 2m"),
            Map.entry("poison-pill", "customer: c-01, for: 2m"), Map.entry("surge", "rate: 60/s, for: 2m"),
            Map.entry("external", "what: by hand, zone: az1, for: 2m"));

    /// @param steps each without its braces
    private static Experiment experiment(String... steps) {
        StringBuilder file = new StringBuilder("""
                title: One
                hypothesis: It holds.
                system: { app: reference, cells: 2, zones: [az1, az2, az3], headroom: 150 % }
                traffic: { customers: 40, rate: 120/s }
                prepare:
                  steadyState: [{ metric: availability, atLeast: 99.9 %, for: 10s }]
                  blastRadius: { zones: 3 }
                steps:
                """);
        for (String step : steps) {
            file.append("  - { ").append(step).append(" }\n");
        }
        ExperimentReader.Reading reading = ExperimentReader.read("one", "one.yaml", file.toString());
        assertThat(reading.problems()).isEmpty();
        return reading.experiment().orElseThrow();
    }

    private static OnAws.Line line(String step) {
        return OnAws.of(experiment(step)).steps().getFirst();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            zone-power-loss,    aws:ecs:stop-task aws:network:disrupt-connectivity
            zone-partition,     aws:network:disrupt-connectivity
            zone-latency,       aws:ecs:task-network-latency
            zone-loss,          aws:ecs:task-network-packet-loss
            task-crash,         aws:ecs:stop-task
            task-hang,          unsupported
            task-latency,       unsupported
            task-errors,        unsupported
            task-memory,        unsupported
            log-sink-stall,     aws:ecs:task-network-blackhole-port
            dependency-slow,    aws:ecs:task-network-latency
            dependency-down,    aws:ecs:task-network-packet-loss
            database-slow,      aws:ecs:task-network-latency
            control-plane-down, unsupported
            bad-deploy,         unsupported
            bad-config,         unsupported
            bad-alarm,          unsupported
            poison-pill,        without FIS
            surge,              without FIS
            external,           without FIS
            """)
    void everyFaultIsAnActionOfFisOrSaysWhyNot(String kind, String wanted) {
        OnAws.Line line = line("inject: " + kind + ", at: 5s, " + STEPS.get(kind));
        if (line.step().fidelity() instanceof Fidelity.Unsupported(String why)) {
            assertThat(wanted).isEqualTo("unsupported");
            assertThat(line.problems()).containsExactly(why);
            return;
        }
        assertThat(line.step().actions().isEmpty() ? "without FIS" : String.join(" ", line.step().actions()))
                .isEqualTo(wanted);
        assertThat(line.problems()).isEmpty();
        assertThat(line.step().endsBy()).isNotEmpty();
    }

    @Test
    void noKindIsLeftOut() {
        assertThat(STEPS.keySet()).containsExactlyInAnyOrderElementsOf(Fault.KINDS);
    }

    @Test
    void whatLastsLessThanAMinuteOrMoreThanHalfADayIsRefusedWhereFisBoundsIt() {
        assertThat(line("inject: zone-partition, zone: az1, at: 5s, for: 59s").problems())
                .containsExactly("lasts 59 s; FIS allows 1 min to 12 h, so give it a longer for");
        assertThat(line("inject: zone-partition, zone: az1, at: 5s, for: 60s").problems()).isEmpty();
        assertThat(line("inject: surge, rate: 60/s, at: 5s, for: 30s").problems()).isEmpty();
    }

    @Test
    void twoFaultsOnTheNetworkOfTasksAtTheSameTimeAreTold() {
        assertThat(OnAws.of(experiment("name: a, inject: zone-latency, zone: az1, delay: 200ms, at: 5s, for: 2m",
                "name: b, inject: zone-loss, zone: az2, share: 12 %, at: 60s, for: 2m")).notes())
                .anyMatch(note -> note.contains("zone-latency and zone-loss are in force at the same time"));
        assertThat(OnAws.of(experiment("name: a, inject: zone-latency, zone: az1, delay: 200ms, at: 5s, for: 2m",
                "name: b, inject: zone-loss, zone: az1, share: 12 %, at: 4m, for: 2m")).notes())
                .noneMatch(note -> note.contains("at the same time"));
    }

    @Test
    void theTemplateIsOneThatFisWouldTakeOnceItsPlaceholdersAreFilledIn() {
        List<String> steps = new ArrayList<>();
        STEPS.forEach((kind, fields) -> {
            if (line("inject: " + kind + ", at: 5s, " + fields).problems().isEmpty()) {
                steps.add("name: " + kind + ", inject: " + kind + ", at: " + (steps.size() * 3 + 1) + "m, " + fields);
            }
        });
        CheckedTemplate checked = CheckedTemplate.read("one.json",
                TemplateWriter.json(experiment(steps.toArray(String[]::new))));
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.template().orElseThrow().actions().values()).extracting(action -> action.actionId())
                .contains("aws:fis:wait", "aws:ecs:stop-task", "aws:network:disrupt-connectivity",
                        "aws:ecs:task-network-latency", "aws:ecs:task-network-packet-loss",
                        "aws:ecs:task-network-blackhole-port");
        assertThat(checked.notes()).isNotEmpty()
                .allMatch(note -> note.message().contains("placeholder") || note.message().contains("longest"));
    }

    @Test
    void whatBeginsWithinHalfAMinuteBeginsWithTheExperimentAndLaterThingsWait() {
        assertThat(TemplateWriter.json(experiment("inject: zone-partition, zone: az1, at: 5s, for: 2m")))
                .doesNotContain("aws:fis:wait", "startAfter");
        assertThat(TemplateWriter.json(experiment("inject: zone-partition, zone: az1, at: 90s, for: 2m")))
                .contains("\"duration\" : \"PT2M\"", "\"startAfter\" : [ \"wait-1\" ]");
    }
}
