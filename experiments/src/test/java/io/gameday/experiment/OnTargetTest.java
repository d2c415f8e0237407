package io.gameday.experiment;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// One file for several targets.
class OnTargetTest {

    private static final String FILE = """
            title: One zone is slow
            hypothesis: Nobody notices.
            system: { app: reference, cells: 2, zones: [az1, az2, az3], headroom: 150 % }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [{ metric: availability, atLeast: 99.9 %, for: 10s }]
              blastRadius: { zones: 1 }
            steps:
              - { name: first, inject: zone-latency, zone: az1, delay: 300ms, at: 5s, for: 30s }
              - { name: second, inject: zone-loss, zone: az1, share: 12 %, at: 1m, for: 30s }
            detect:
              expect:
                - { alarm: zone-latency-impact, zone: az1, within: 15s, of: first }
            on:
              simulated:
                traffic: { rate: 200/s }
              aws:
                steps: [{}, { for: 2m, share: 20 % }]
                detect:
                  expect: [{ within: 5m }]
            """;

    private static ExperimentReader.Reading read(String text) {
        return ExperimentReader.read("one", "one.yaml", text);
    }

    private static Experiment on(String target) {
        ExperimentReader.Reading reading = read(OnTarget.text(FILE, target));
        assertThat(reading.problems()).isEmpty();
        return reading.experiment().orElseThrow();
    }

    @Test
    void eachTargetHasWhatDiffersThereAndAllElseAsItIs() {
        assertThat(on(OnTarget.LOCAL).traffic().rate()).isEqualTo(120);
        assertThat(on(OnTarget.SIMULATED).traffic().rate()).isEqualTo(200);
        assertThat(on(OnTarget.SIMULATED).traffic().customers()).isEqualTo(40);
        assertThat(on(OnTarget.SIMULATED).steps()).isEqualTo(on(OnTarget.LOCAL).steps());
        Experiment aws = on(OnTarget.AWS);
        assertThat(aws.steps().get(0)).isEqualTo(on(OnTarget.LOCAL).steps().get(0));
        assertThat(aws.steps().get(1).lasts()).isEqualTo(Duration.ofMinutes(2));
        assertThat(aws.steps().get(1).at()).isEqualTo(Duration.ofMinutes(1));
        assertThat(aws.detect().getFirst()).isInstanceOfSatisfying(Expectation.AlarmFires.class,
                fires -> assertThat(fires.within()).isEqualTo(Duration.ofMinutes(5)));
    }

    @Test
    void aFileThatSaysTheSameOfAllIsLeftAsItIs() {
        String same = FILE.substring(0, FILE.indexOf("on:\n  simulated"));
        assertThat(OnTarget.text(same, OnTarget.AWS)).isEqualTo(same);
        assertThat(OnTarget.text(FILE, OnTarget.LOCAL)).isEqualTo(FILE);
    }

    @Test
    void aFileInJsonIsChangedLikeOneInYaml() {
        assertThat(OnTarget.text("{\"on\": {}}", OnTarget.AWS)).isEqualTo("{ \"as\": \"aws\",\"on\": {}}");
    }

    /// @param right as it stands once in the part of a target
    private static void told(String right, String wrong, int line, String message) {
        assertThat(FILE.split(Pattern.quote(right), -1)).as(right).hasSize(2);
        assertThat(read(FILE.replace(right, wrong)).problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void whatIsWrongInAPartIsToldAtItsLineWhateverTargetIsPlayed() {
        told("rate: 200/s", "rate: fast", 16, "traffic.rate is 'fast'");
        told("for: 2m", "for: 0s", 18, "steps[2].for is 0s");
        told("share: 20 %", "delay: 1s", 18, "unknown field 'steps[2].delay'");
        told("steps: [{}, {", "steps: [{}, {}, {", 18,
                "steps has 2 and here one more; allowed: one for each of those, {} for what stays as it is");
        told("  simulated:", "  simulatd:", 15,
                "unknown field 'on.simulatd'; did you mean 'simulated'?; allowed: local, simulated, aws");
        told("traffic: { rate: 200/s }", "title: Another", 16,
                "unknown field 'on.simulated.title'; allowed: traffic, prepare, steps, detect, respond");
        told("\n    traffic: { rate: 200/s }", " nothing", 15,
                "on.simulated is 'nothing'; allowed: a group of what differs");
    }

    @Test
    void placesAreThoseOfThePart() {
        assertThat(read(FILE.replace("{ rate: 200/s }", "{ rate: fast }")).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(16));
    }
}
