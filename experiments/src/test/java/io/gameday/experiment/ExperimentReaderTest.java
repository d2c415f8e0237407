package io.gameday.experiment;

import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.observability.Layout;
import io.gameday.observability.Scope;
import io.gameday.target.Fault;
import io.gameday.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExperimentReaderTest {

    private static final Path CATALOG = Path.of("catalog");

    static Stream<Path> catalog() throws IOException {
        return Files.list(CATALOG).filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("catalog")
    void everyExperimentOfTheCatalogIsValid(Path file) throws IOException {
        Reading reading = ExperimentReader.read("any", file.toString(), Files.readString(file));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.experiment()).isPresent();
        assertThat(reading.experiment().orElseThrow().prepare().stopWhen()).isNotEmpty();
    }

    @Test
    void theCatalogIsNotEmpty() throws IOException {
        assertThat(catalog()).isNotEmpty();
    }

    @Test
    void readsEveryPartWithItsUnits() throws IOException {
        Experiment e = ExperimentReader
                .read("az-power-loss", "f.yaml", Files.readString(CATALOG.resolve("az-power-loss.yaml"))).experiment()
                .orElseThrow();
        assertThat(e.system().cellNames()).containsExactly("cell-1", "cell-2");
        assertThat(e.system().headroomPercent()).isEqualTo(150);
        assertThat(e.traffic()).isEqualTo(new Experiment.Customers(40, 120));
        assertThat(e.steps()).containsExactly(new Experiment.Step("zone-power-loss", new Fault.ZonePowerLoss("az1"),
                Duration.ofSeconds(5), Duration.ofSeconds(40)));
        assertThat(e.detect()).contains(
                new Expectation.AlarmFires("zone-impact", new Scope.Zone("az1"), Duration.ofSeconds(15), null));
        assertThat(e.prepare().blastRadius().failedOrdersPercent()).isEqualTo(1.0);
        assertThat(e.respond().stream().map(Expectation::words)).contains("availability ≥ 99.9 % for 20 s");
    }

    @ParameterizedTest
    @CsvSource({"weighAway: on, NON_BLOCKING", "logging: non-blocking, NON_BLOCKING", "logging: blocking, BLOCKING"})
    void logsDoNotBlockUnlessTheyAreToldTo(String mechanisms, Experiment.Logging logging) throws IOException {
        String text = Files.readString(CATALOG.resolve("az-power-loss.yaml")).replace("headroom: 150 %",
                "headroom: 150 %\n  mechanisms: { " + mechanisms + " }");
        Experiment read = ExperimentReader.read("x", "f.yaml", text).experiment().orElseThrow();
        assertThat(read.system().mechanisms()).isEqualTo(
                new Experiment.Mechanisms(true, true, true, logging, true, Experiment.Evacuation.OFF, null, null));
    }

    @Test
    void theRestartPolicyHasTheNamesAndThePeriodOfEcsUnlessItIsTold() throws IOException {
        assertThat(restart("restartPolicy: on")).isEqualTo(new Experiment.Restart(Duration.ofSeconds(300), Set.of()));
        assertThat(restart("restartPolicy: on, restartAttemptPeriod: 1s, ignoredExitCodes: [0, 143]"))
                .isEqualTo(new Experiment.Restart(Duration.ofSeconds(1), Set.of(0, 143)));
        assertThat(restart("restartPolicy: off")).isNull();
    }

    @Test
    void whatIsWrongWithTheRestartPolicyIsTold() throws IOException {
        assertThat(
                ExperimentReader
                        .read("x", "f.yaml",
                                mechanisms(
                                        "restartPolicy: on, restartAttemptPeriod: 999ms, ignoredExitCodes: [1, 256]"))
                        .problems())
                .extracting(Problem::message)
                .containsExactly("system.mechanisms.restartAttemptPeriod is 999ms; allowed: 1 s to 30 min",
                        "system.mechanisms.ignoredExitCodes holds '256'; allowed: exit codes, 0 to 255");
        assertThat(ExperimentReader.read("x", "f.yaml", mechanisms("restartAttemptPeriod: 5s")).problems())
                .extracting(Problem::message).containsExactly(
                        "system.mechanisms.restartAttemptPeriod says when a task is restarted in place, and with "
                                + "restartPolicy off none is; write restartPolicy: on, or take it out");
    }

    private static Experiment.Restart restart(String mechanisms) throws IOException {
        return ExperimentReader.read("x", "f.yaml", mechanisms(mechanisms)).experiment().orElseThrow().system()
                .mechanisms().restart();
    }

    private static String mechanisms(String mechanisms) throws IOException {
        return Files.readString(CATALOG.resolve("az-power-loss.yaml")).replace("headroom: 150 %",
                "headroom: 150 %\n  mechanisms: { " + mechanisms + " }");
    }

    @Test
    void cellsInOneZoneSpreadByTheClustersNameAreRead() throws IOException {
        Experiment read = ExperimentReader
                .read("x", "x.yaml", Files.readString(CATALOG.resolve("spike-five-cells-fixed.yaml"))).experiment()
                .orElseThrow();
        assertThat(read.system().layout())
                .isEqualTo(Layout.roundRobin(read.system().cellNames(), List.of("az1", "az2", "az3")));
        assertThat(read.system().routing()).isEqualTo(Experiment.Routing.CLUSTER);
        assertThat(read.system().mechanisms()).isEqualTo(new Experiment.Mechanisms(false, true, true,
                Experiment.Logging.NON_BLOCKING, true, Experiment.Evacuation.LIMITED,
                new Experiment.Scaling(50, Duration.ofSeconds(10), Duration.ofMinutes(5), 2), null));
        assertThat(read.respond())
                .contains(new Expectation.AutomationActs("evacuation", null, Duration.ofSeconds(30), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "shape: one-zone | shape: two-zones | system.shape is 'two-zones'; allowed: multi-zone, one-zone",
            "routing: cluster | routing: sticky | write system.routing: cluster, or take it out",
            "inject: surge, rate: 50/s | inject: poison-pill, customer: c-01 | write system.routing: sticky, or inject something else",
            "target: 80 %, | target: 99 %, | system.mechanisms.scaling.target is 99 %; allowed: 10 % to 95 %",
            ", most: 2 | '' | scaling.most' is missing; allowed: 1 to 10",
            "evacuation, cell: cell-1 | evacuation, cell: cell-1, zone: az2 | zone is 'az2', and cell-1 has nothing there; allowed: az1",
            "shape: one-zone | shape: multi-zone | names the alarm 'healthy-hosts/cell-1', which is not there",
            "pageOn: [healthy-hosts] | pageOn: [healthy-host] | did you mean 'healthy-hosts'?"})
    void whatDoesNotFitCellsInOneZoneIsNamed(String right, String wrong, String message) throws IOException {
        String text = Files.readString(CATALOG.resolve("spike-five-cells.yaml")).replace(right, wrong);
        assertThat(ExperimentReader.read("x", "f.yaml", text).problems()).extracting(Problem::message)
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "headroom: 150 % | mechanisms: { logging: async } | system.mechanisms.logging is 'async'",
            "inject: zone-power-loss | inject: zone-powerloss | steps[1].inject is 'zone-powerloss'; did you mean 'zone-power-loss'?; allowed: bad-alarm, bad-config",
            "zone: az1, at: 5s | zone: az9, at: 5s | steps[1].zone is 'az9'; did you mean 'az1'?; allowed: az1, az2, az3",
            "for: 40s | for: 40 | steps[1].for is '40'; allowed: a number with ms, s, m or h, such as 500ms, 40s or 2m",
            "for: 40s | for: 25h | steps[1].for is 25h; allowed: 1 s to 24 h",
            "headroom: 150 % | headroom: 50 % | system.headroom is 50 %; allowed: 100 % to 300 %",
            "alarm: zone-impact, zone: az1 | alarm: zone-impact | zone-impact is about one zone: give 'zone' and no 'cell'",
            "alarm: zone-impact, zone: az1 | alarm: zone-latency-impact, cell: cell-1 | zone-latency-impact is about one zone: give 'zone' and no 'cell'",
            "customers: 40, rate | custmers: 40, rate | unknown field 'traffic.custmers'; did you mean 'customers'?; allowed: customers, rate",
            "interventions: 0 | interventions: none | respond.expect[5].interventions is 'none'; allowed: a whole number",
            "interventions: 0 | unaffected: everybody, within: 10m | respond.expect[5].unaffected is 'everybody'; allowed: customers",
            "interventions: 0 | unaffected: customers | respond.expect[5].within' is missing; allowed: 1 s to 24 h",
            "interventions: 0 | unaffected: customers, zone: az1, within: 10m | unknown field 'respond.expect[5].zone'",
            "atLeast: 99.9 %, for: 10s | for: 10s | needs one bound",
            "title: Lose | titel: Lose | unknown field 'titel'; did you mean 'title'?",
            "system:\\n | system: [1]\\nx:\\n | system is a list; allowed: a group of fields"})
    void aMistakeIsNamedWithFieldValueAndWhatIsAllowed(String right, String wrong, String message) throws IOException {
        String good = Files.readString(CATALOG.resolve("az-power-loss.yaml"));
        String bad = good.replace(right.replace("\\n", "\n").strip(), wrong.replace("\\n", "\n").strip());
        assertThat(bad).isNotEqualTo(good);
        Reading reading = ExperimentReader.read("x", "x.yaml", bad);
        assertThat(reading.experiment()).isEmpty();
        assertThat(reading.problems().toString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "(?s)steps:.*?(?=detect:) | steps:\\n | 'steps' is empty; allowed: a list of at least one, such as { inject: zone-power-loss, zone: az1, at: 5s, for: 40s }",
            "(?s)steps:.*?(?=detect:) | steps: []\\n | 'steps' is empty; allowed: a list of at least one, such as { inject: zone-power-loss, zone: az1, at: 5s, for: 40s }",
            "(?s)prepare:.*?(?=steps:) | prepare:\\n | 'prepare' is empty; allowed: a group of fields",
            "(?s)prepare:.*?(?=steps:) | \"\" | 'prepare' is missing; allowed: a group of fields",
            "traffic: .* | traffic: { customers: , rate: 120/s } | 'traffic.customers' is empty; allowed: 1 to 10000",
            "traffic: .* | traffic: { customers: 40 } | 'traffic.rate' is missing; allowed: 1/s to 10000/s",
            "title: .* | title: '' | 'title' is empty; allowed: words",
            "zones: .* | zones: [] | 'system.zones' is empty; allowed: a list of words",
            "headroom: .* | headroom: | 'system.headroom' is empty; allowed: 100 % to 300 %",
            "within: 15s | within: | 'detect.expect[1].within' is empty; allowed: 1 s to 24 h",
            "interventions: 0 | interventions: | 'respond.expect[5].interventions' is empty; allowed: 0 to 1000",
            "below: [^,]*, | below: , | 'prepare.stopWhen[1].below' is empty; allowed: 0 % to 100 %",
            "learn: | on:\\nlearn: | on is empty; allowed: a group for any of local, simulated, aws"})
    void anEmptyFieldIsNoFieldLeftOut(String right, String wrong, String message) throws IOException {
        String good = Files.readString(CATALOG.resolve("az-power-loss.yaml"));
        String bad = good.replaceFirst(right, Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThat(bad).isNotEqualTo(good);
        assertThat(ExperimentReader.read("x", "x.yaml", bad).problems()).extracting(Problem::message)
                .containsExactly(message);
    }

    @Test
    void anEmptyFieldIsToldWhereItsNameStands() throws IOException {
        String bad = Files.readString(CATALOG.resolve("az-power-loss.yaml")).replaceFirst("title: .*", "title:");
        long line = bad.substring(0, bad.indexOf("title:")).lines().count() + 1;
        assertThat(ExperimentReader.read("x", "x.yaml", bad).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.toString()).startsWith("x.yaml:" + line + ":1:"));
    }

    @Test
    void everyProblemIsToldInOnePassWithItsPlace() throws IOException {
        String bad = Files.readString(CATALOG.resolve("az-power-loss.yaml")).replace("zone-power-loss", "latancy")
                .replace("rate: 120/s", "rate: fast").replace("az3]", "az3, az3]");
        List<Problem> problems = ExperimentReader.read("x", "x.yaml", bad).problems();
        assertThat(problems).hasSizeGreaterThanOrEqualTo(3);
        assertThat(problems.getFirst().toString()).startsWith("x.yaml:8:");
        assertThat(problems).isSortedAccordingTo(Comparator.comparingInt(Problem::line));
    }

    @Test
    void textThatIsNoYamlIsOneProblemAtItsPlace() {
        assertThat(ExperimentReader.read("x", "x.yaml", "title: [unclosed\nhypothesis: x").problems()).singleElement()
                .satisfies(p -> assertThat(p.toString()).startsWith("x.yaml:").contains("YAML"));
    }

    @Test
    void aTabIsNamedAsWhatCannotBeRead() {
        assertThat(ExperimentReader.read("x", "x.yaml", "title: t\nsystem:\n\tcells: 2").problems()).singleElement()
                .satisfies(p -> assertThat(p.toString()).startsWith("x.yaml:3:1: ")
                        .contains("found character '\\t(TAB)'", "indent with spaces").doesNotContain("\n"));
    }

    @Test
    void aTextWithAColonIsToldHowItIsMended() {
        assertThat(ExperimentReader.read("x", "x.yaml", "title: Our day: lose a zone").problems()).singleElement()
                .satisfies(p -> assertThat(p.toString()).startsWith("x.yaml:1:15: ")
                        .contains("put a text that holds a colon and a space in quotes"));
    }

    @Test
    void anEmptyFileSaysWhatIsMissing() {
        assertThat(ExperimentReader.read("x", "x.yaml", "").problems()).isNotEmpty();
    }

    @Test
    void aKeyGivenTwiceIsAProblem() {
        assertThat(ExperimentReader.read("x", "x.yaml", "title: a\ntitle: b\n").problems().toString())
                .containsAnyOf("given twice", "uplicate");
    }

    @Test
    void jsonIsReadAsWell() {
        Reading reading = ExperimentReader.read("x", "x.json", """
                {"title":"t","hypothesis":"h","system":{"cells":1},"traffic":{"customers":1,"rate":"1/s"},
                 "prepare":{"steadyState":[{"metric":"availability","atLeast":"99 %","for":"5s"}],
                            "blastRadius":{"zones":1}},
                 "steps":[{"inject":"task-crash","cell":"cell-1","zone":"az1","at":"1s"}]}""");
        assertThat(reading.problems()).isEmpty();
    }
}
