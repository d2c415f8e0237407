package io.gameday.experiment;

import io.gameday.experiment.ExperimentReader.Reading;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MetricAlarm;
import io.gameday.observability.alarm.MetricAlarm.Bound;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.MetricAlarm.Metric;
import io.gameday.observability.alarm.MetricAlarm.Statistic;
import io.gameday.observability.alarm.MissingData;
import io.gameday.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricAlarmReaderTest {

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
                - ALARM
              expect:
                - EXPECT
            respond:
              pageOn: [mine]
            """;
    private static final String MINE = "{ alarm: mine, metric: latency, above: 60ms, each: cell }";
    private static final String ABOUT_CELL = "{ alarm: mine, cell: cell-2, within: 15s }";

    private static Reading read(String alarm, String expect) {
        return ExperimentReader.read("x", "x.yaml", FILE.replace("ALARM", alarm).replace("EXPECT", expect));
    }

    private static MetricAlarm alarm(String fields) {
        Reading reading = read("{ alarm: mine, " + fields + " }", "{ interventions: 0 }");
        assertThat(reading.problems()).isEmpty();
        return reading.experiment().orElseThrow().metricAlarms().getFirst();
    }

    private static void refused(String message, String fields) {
        assertThat(read("{ alarm: mine, " + fields + " }", "{ interventions: 0 }").problems())
                .extracting(Problem::message).singleElement().asString().contains(message);
    }

    @Test
    void everythingMayBeSaid() {
        assertThat(alarm("metric: latency, statistic: p99.9, above: 60ms, each: zone, observer: canaries, period: 10s, "
                + "datapoints: 2 of 3, missing: notBreaching"))
                .isEqualTo(new MetricAlarm("mine", Each.ZONE, Observer.CANARY, Metric.LATENCY,
                        new Statistic.Percentile(99.9), Bound.ABOVE, 60, 10,
                        new MOutOfN(2, 3, MissingData.NOT_BREACHING)));
    }

    @Test
    void asInCloudWatchOneDatapointOfAMinuteRaisesItUnlessSaid() {
        assertThat(alarm("metric: availability, below: 95 %"))
                .isEqualTo(new MetricAlarm("mine", Each.SITE, Observer.CUSTOMER, Metric.AVAILABILITY,
                        new Statistic.Average(), Bound.BELOW, 95, 60, new MOutOfN(1, 1, MissingData.MISSING)));
        assertThat(alarm("metric: requests, atMost: 20/s").statistic()).isEqualTo(new Statistic.Sum());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metric: latency, above: 60%                                  | detect.alarms[1].above is '60%'; allowed: a number with ms
            metric: latency, above: 0ms                                  | detect.alarms[1].above is 0ms; allowed: 1 ms to 2 min
            metric: errors, above: 2/s                                   | detect.alarms[1].above is '2/s'; allowed: a number with %
            metric: errors, statistic: sum, above: 2 %                   | detect.alarms[1].above is '2 %'; allowed: a number of requests
            metric: requests, statistic: p99, below: 20/s                | detect.alarms[1].statistic is 'p99'; allowed for requests: sum
            metric: latency, statistic: sum, above: 60ms                 | detect.alarms[1].statistic is 'sum'; allowed for latency: average, minimum, maximum, p0 to p100
            metric: latency, statistic: p101, above: 60ms                | detect.alarms[1].statistic is 'p101'; allowed for latency
            metric: latency                                              | detect.alarms[1].metric needs one bound; given: none; allowed: one of above, atLeast, atMost, below
            metric: latency, above: 60ms, below: 10ms                    | detect.alarms[1].metric needs one bound; given: above, below
            metric: latancy, above: 60ms                                 | detect.alarms[1].metric is 'latancy'; did you mean 'latency'?; allowed: availability, errors, latency, requests
            metric: latency, above: 1s                                   | detect.alarms[1].above is 1 s, which never breaches: a request without an answer counts as 1 s, the limit it waits for; allowed: less than 1 s
            metric: latency, statistic: p99, atLeast: 1001ms             | detect.alarms[1].atLeast is 1.0 s, which never breaches: a request without an answer counts as 1 s, the limit it waits for; allowed: up to 1 s
            metric: latency, above: 60ms, period: 61s                    | detect.alarms[1].period is 61s; allowed: 1 s to 60 s
            metric: latency, above: 60ms, period: 1500ms                 | detect.alarms[1].period is 1.5 s; allowed: whole seconds
            metric: latency, above: 60ms, datapoints: 4 of 3             | detect.alarms[1].datapoints is '4 of 3'; allowed: M of N, such as 2 of 3
            metric: latency, above: 60ms, datapoints: some               | detect.alarms[1].datapoints is 'some'; allowed: M of N
            metric: latency, above: 60ms, missing: maybe                 | detect.alarms[1].missing is 'maybe'; allowed: breaching, ignore, missing, notBreaching
            metric: latency, above: 60ms, each: task                     | detect.alarms[1].each is 'task'; allowed: cell, site, zone
            metric: latency, above: 60ms, observer: servers              | detect.alarms[1].observer is 'servers'; allowed: attempts, canaries, customers
            metric: latency, above: 60ms, rule: ALARM(traffic-drop)      | detect.alarms[1].rule is given beside 'metric'
            metric: latency, above: 60ms, suppressor: traffic-drop       | unknown field 'detect.alarms[1].suppressor'
            """)
    void everyMistakeIsToldOnce(String fields, String message) {
        refused(message, fields);
    }

    @Test
    void aLatencyThresholdMayBeAsHighAsRequestsCanTake() {
        assertThat(alarm("metric: latency, above: 999ms").threshold()).isEqualTo(999);
        assertThat(alarm("metric: latency, atLeast: 1s").threshold()).isEqualTo(1000);
    }

    @Test
    void anAlarmOfEachCellIsExpectedOfOneCell() {
        assertThat(read(MINE, ABOUT_CELL).experiment().orElseThrow().detect()).singleElement().isInstanceOfSatisfying(
                Expectation.AlarmFires.class, fires -> assertThat(fires.scope()).isEqualTo(new Scope.Cell("cell-2")));
        assertThat(read(MINE, "{ alarm: mine, within: 15s }").problems()).extracting(Problem::message)
                .containsExactly("mine is about one cell: give 'cell' and no 'zone'");
        assertThat(read(MINE.replace("each: cell", "each: cel"), ABOUT_CELL).problems()).extracting(Problem::message)
                .singleElement().asString().contains("detect.alarms[1].each is 'cel'; did you mean 'cell'?");
        assertThat(read(MINE.replace("60ms", "60"), ABOUT_CELL).problems()).extracting(Problem::message).singleElement()
                .asString().contains("detect.alarms[1].above is '60'");
    }

    @Test
    void compositesNameItByItsPlace() {
        String over = MINE + "\n    - { alarm: over, rule: ALARM(mine/cell-1) AND OK(mine/cell-2) }";
        assertThat(read(over, ABOUT_CELL).problems()).isEmpty();
        assertThat(read(over.replace("OK(mine/cell-2)", "OK(mine)"), ABOUT_CELL).problems())
                .extracting(Problem::message).singleElement().asString()
                .contains("names the alarm 'mine', which is not there");
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(read(MINE + "\n    - { alarm: mine, rule: ALARM(traffic-drop) }", ABOUT_CELL).problems())
                .extracting(Problem::message).singleElement().asString()
                .contains("detect.alarms[2].alarm is 'mine', which is the name of another one too");
    }
}
