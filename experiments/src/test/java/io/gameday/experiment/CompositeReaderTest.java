package io.gameday.experiment;

import io.gameday.experiment.Experiment.Composite;
import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.yaml.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompositeReaderTest {

    private static final String FILE = """
            title: t
            hypothesis: h
            system: { cells: 2 }
            traffic: { customers: 40, rate: 120/s }
            prepare:
              steadyState: [ { metric: availability, atLeast: 99.9 %, for: 10s } ]
              blastRadius: { zones: 1 }
            steps: [ { inject: zone-power-loss, zone: az1, at: 5s, for: 40s } ]
            detect:
              alarms:
            ALARMS
              expect:
                - { alarm: customers-hurt, within: 15s }
            """;
    private static final String HURT = "{ alarm: customers-hurt, rule: ALARM(site-availability) }";

    private static Reading read(String... alarms) {
        return ExperimentReader.read("x", "x.yaml", FILE.replace("ALARMS", "    - " + String.join("\n    - ", alarms)));
    }

    private static List<Composite> composites(String... alarms) {
        Reading reading = read(alarms);
        assertThat(reading.problems()).isEmpty();
        return reading.experiment().orElseThrow().composites();
    }

    private static void refused(String message, String... alarms) {
        assertThat(read(alarms).problems()).extracting(Problem::message)
                .anySatisfy(said -> assertThat(said).contains(message));
    }

    @Test
    void aCompositeMayNameStandardAlarmsByTheirPlace() {
        assertThat(composites(
                "{ alarm: customers-hurt, rule: 'AT_LEAST(2, ALARM, (cell-impact/cell-1, zone-impact/az2, traffic-drop))' }"))
                .singleElement().satisfies(composite -> {
                    assertThat(composite.rule().named()).containsExactly("cell-impact/cell-1", "zone-impact/az2",
                            "traffic-drop");
                    assertThat(composite.suppressor()).isNull();
                });
    }

    @Test
    void aSuppressorWaitsAMinuteUnlessSaid() {
        assertThat(composites("{ alarm: customers-hurt, rule: ALARM(traffic-drop), suppressor: site-availability }"))
                .extracting(Composite::suppressor).containsExactly(
                        new Experiment.Suppressor("site-availability", Duration.ofSeconds(60), Duration.ofSeconds(60)));
        assertThat(composites(
                "{ alarm: customers-hurt, rule: ALARM(traffic-drop), suppressor: site-availability, waitPeriod: 2s, extensionPeriod: 3s }"))
                .extracting(Composite::suppressor).containsExactly(
                        new Experiment.Suppressor("site-availability", Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }

    @Test
    void oneThatNamesAnotherStandsAfterIt() {
        assertThat(composites("{ alarm: customers-hurt, rule: ALARM(b), suppressor: c }",
                "{ alarm: b, rule: NOT OK(c) }", "{ alarm: c, rule: ALARM(site-availability) }"))
                .extracting(Composite::name).containsExactly("c", "b", "customers-hurt");
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        refused("detect.alarms[1].rule names the alarm 'zone-impact/az9', which is not there; did you mean "
                + "'zone-impact/az1'?; allowed: site-availability, traffic-drop, cell-impact/cell-1",
                "{ alarm: customers-hurt, rule: ALARM(zone-impact/az9) }");
        refused("detect.alarms[1].suppressor names the alarm 'maintenance', which is not there",
                "{ alarm: customers-hurt, rule: ALARM(site-availability), suppressor: maintenance }");
    }

    @Test
    void aCircleIsToldWithItsNames() {
        refused("detect.alarms[2].rule leads back to itself: b names c names b; one of them must name none of the "
                + "others", HURT, "{ alarm: b, rule: ALARM(c) }", "{ alarm: c, rule: OK(b) }");
        refused("leads back to itself: customers-hurt names customers-hurt",
                "{ alarm: customers-hurt, rule: ALARM(customers-hurt) }");
    }

    @Test
    void whatIsNoRuleIsToldWithItsPlace() {
        refused("detect.alarms[1].rule is no rule: at character 26: 'AN' is not expected here",
                "{ alarm: customers-hurt, rule: ALARM(site-availability) AN OK(traffic-drop) }");
        refused("'detect.alarms[1].rule' is missing", "{ alarm: customers-hurt }");
    }

    @Test
    void aNameIsTakenOnce() {
        refused("detect.alarms[2].alarm is 'customers-hurt', which is the name of another one too", HURT, HURT);
        refused("detect.alarms[2].alarm is 'zone-impact', which is there already", HURT,
                "{ alarm: zone-impact, rule: ALARM(site-availability) }");
        refused("detect.alarms[2].alarm is 'Hurt!'; allowed: up to 60 lower-case letters", HURT,
                "{ alarm: Hurt!, rule: ALARM(site-availability) }");
    }

    @Test
    void aNameThatWasTakenIsOfferedOnce() {
        refused("detect.expect[1].alarm is 'customers-hurt'; allowed: cell-impact, site-availability, traffic-drop, "
                + "zone-impact, zone-latency-impact", "{ alarm: zone-impact, rule: ALARM(site-availability) }");
    }

    @Test
    void aPredictionAboutOneWhoseRuleIsWrongIsNotToldTwice() {
        assertThat(read("{ alarm: customers-hurt, rule: ALARM( }").problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("is no rule"));
    }

    @Test
    void waitingWithoutASuppressorIsRefused() {
        refused("detect.alarms[1].waitPeriod is about a suppressor, and none is named",
                "{ alarm: customers-hurt, rule: ALARM(site-availability), waitPeriod: 5s }");
    }
}
