package io.gameday.observability.alarm;

import io.gameday.observability.History;
import io.gameday.observability.Measurement;
import io.gameday.observability.Meter;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.observability.Scope;
import io.gameday.observability.SeriesKey;
import io.gameday.observability.alarm.MetricAlarm.Bound;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.observability.alarm.MetricAlarm.Metric;
import io.gameday.observability.alarm.MetricAlarm.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Three cells ("three applications"), 40 requests each a second.
class MetricAlarmTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2", "cell-3");
    private static final List<String> ZONES = List.of("az1", "az2");
    private static final MOutOfN TWO_OF_THREE = new MOutOfN(2, 3, MissingData.MISSING);
    private static final MetricAlarm MEAN = latency("mean-latency", Each.SITE, new Statistic.Average());

    private final List<AlarmChange> changes = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void theMeanOfThreeStaysUnderItsThresholdThoughOneSlowedBy40PercentAndTheAlarmOfEachCellNamesIt() {
        Watched watched = new Watched(MEAN, latency("latency-by-cell", Each.CELL, new Statistic.Average()));
        watched.seconds(30, 45, 57, 57);
        assertThat(watched.inAlarm()).isEmpty();
        assertThat(watched.meanOfSite()).isEqualTo(53);
        watched.seconds(30, 63, 57, 57);
        assertThat(watched.meanOfSite()).isEqualTo(59);
        assertThat(watched.inAlarm()).containsExactly("latency-by-cell/cell-1");
        assertThat(changes.getLast().evidence()).isEqualTo("average latency 63 ms over 10 s, alarm above 60 ms");
    }

    @Test
    void percentilesAreOfAllRequestsOfThePeriodAndNotOfTheWorstSecond() {
        Watched watched = new Watched(latency("p90", Each.SITE, new Statistic.Percentile(90)),
                latency("p99", Each.SITE, new Statistic.Percentile(99)),
                latency("minimum", Each.SITE, new Statistic.Minimum()),
                latency("maximum", Each.SITE, new Statistic.Maximum()));
        for (int period = 0; period < 3; period++) {
            // One second of ten is slow: 10 % of the requests, just outside of the 90th percentile.
            watched.seconds(9, 50, 50, 50);
            watched.seconds(1, 80, 80, 80);
        }
        assertThat(watched.inAlarm()).containsExactly("p99", "maximum");
    }

    @Test
    void aPeriodGivesOneDatapoint() {
        Watched watched = new Watched(MEAN);
        watched.seconds(19, 90, 90, 90);
        assertThat(watched.inAlarm()).isEmpty();
        watched.seconds(1, 90, 90, 90);
        assertThat(watched.inAlarm()).containsExactly("mean-latency");
    }

    @Test
    void errorsAreAShareOrSoManyASecondAndAvailabilityIsTheRest() {
        Watched watched = new Watched(
                alarm("share", Metric.ERRORS, new Statistic.Average(), Bound.AT_LEAST, 2.5, MissingData.MISSING),
                alarm("many", Metric.ERRORS, new Statistic.Sum(), Bound.ABOVE, 2.9, MissingData.MISSING),
                alarm("enough", Metric.ERRORS, new Statistic.Sum(), Bound.ABOVE, 3, MissingData.MISSING),
                alarm("availability", Metric.AVAILABILITY, new Statistic.Average(), Bound.AT_MOST, 97.5,
                        MissingData.MISSING));
        watched.failing(30, 3);
        assertThat(watched.inAlarm()).containsExactly("share", "many", "availability");
        assertThat(changes).extracting(AlarmChange::evidence).contains("errors 2.5 % over 10 s, alarm at least 2.5 %",
                "errors 3/s over 10 s, alarm above 2.9/s", "availability 97.5 % over 10 s, alarm at most 97.5 %");
    }

    @Test
    void whereNoRequestEndsThereIsNoDatapointAndTheAlarmSaysWhatThatMeans() {
        Watched watched = new Watched(requests("missing", MissingData.MISSING), requests("ignore", MissingData.IGNORE),
                requests("breaching", MissingData.BREACHING), requests("not-breaching", MissingData.NOT_BREACHING));
        watched.seconds(50, 50, 50, 50);
        assertThat(watched.inAlarm()).isEmpty();
        watched.nothing(50);
        assertThat(watched.states()).containsExactly("missing INSUFFICIENT_DATA", "ignore OK", "breaching ALARM",
                "not-breaching OK");
    }

    @Test
    void fewerRequestsOfOneCellAreToldOfThatCell() {
        Watched watched = new Watched(new MetricAlarm("fewer-requests", Each.CELL, Observer.CUSTOMER, Metric.REQUESTS,
                new Statistic.Sum(), Bound.BELOW, 20, 5, new MOutOfN(2, 3, MissingData.BREACHING)));
        watched.seconds(15, 50, 50, 50);
        watched.seconds(20, 50, -1, 50);
        assertThat(watched.states()).containsExactly("fewer-requests/cell-1 OK", "fewer-requests/cell-2 ALARM",
                "fewer-requests/cell-3 OK");
    }

    @Test
    void aStatisticThatSaysNothingAboutItsMetricIsRefused() {
        assertThatThrownBy(
                () -> alarm("a", Metric.REQUESTS, new Statistic.Percentile(99.9), Bound.ABOVE, 1, MissingData.MISSING))
                .hasMessage("statistic is p99.9; allowed for requests: sum");
        assertThatThrownBy(() -> new Statistic.Percentile(101)).hasMessage("percentile is 101.0; allowed: 0 to 100");
    }

    private static MetricAlarm latency(String name, Each each, Statistic statistic) {
        return new MetricAlarm(name, each, Observer.CUSTOMER, Metric.LATENCY, statistic, Bound.ABOVE, 60, 10,
                TWO_OF_THREE);
    }

    private static MetricAlarm requests(String name, MissingData missing) {
        return alarm(name, Metric.REQUESTS, new Statistic.Sum(), Bound.BELOW, 100, missing);
    }

    private static MetricAlarm alarm(String name, Metric metric, Statistic statistic, Bound bound, double threshold,
            MissingData missing) {
        return new MetricAlarm(name, Each.SITE, Observer.CUSTOMER, metric, statistic, bound, threshold, 10,
                new MOutOfN(2, 3, missing));
    }

    private final class Watched {
        private final History history = new History(MetricAlarm.LONGEST_PERIOD);
        private final List<Alarm> alarms = new ArrayList<>();
        private final Meter meter;

        Watched(MetricAlarm... asked) {
            var distributed = new HashSet<SeriesKey>();
            for (MetricAlarm alarm : asked) {
                alarms.addAll(alarm.alarms(CELLS, ZONES));
                distributed.addAll(alarm.distributed(CELLS, ZONES));
            }
            meter = new Meter(Meter.SLOW, distributed);
        }

        /// @param millis latency of each cell's requests; negative where the cell has none
        void seconds(int count, int... millis) {
            for (int second = 0; second < count; second++) {
                for (int cell = 0; cell < CELLS.size(); cell++) {
                    for (int n = 0; n < 40 && millis[cell] >= 0; n++) {
                        record(CELLS.get(cell), Outcome.USEFUL, millis[cell]);
                    }
                }
                close();
            }
        }

        void failing(int count, int each) {
            for (int second = 0; second < count; second++) {
                for (int n = 0; n < 120; n++) {
                    record("cell-1", n < each ? Outcome.FAILED : Outcome.USEFUL, 50);
                }
                close();
            }
        }

        void nothing(int count) {
            for (int second = 0; second < count; second++) {
                close();
            }
        }

        private void record(@Nullable String cell, Outcome outcome, int millis) {
            meter.record(
                    new Measurement(Observer.CUSTOMER, cell, "az1", "t", "c-1", outcome, Duration.ofMillis(millis)));
        }

        private void close() {
            history.add(meter.close(now));
            now = now.plusSeconds(1);
            alarms.forEach(alarm -> alarm.onSecond(history).ifPresent(changes::add));
        }

        double meanOfSite() {
            return history.tally(Observer.CUSTOMER, Scope.SITE, 10).meanMicros().orElseThrow() / 1000;
        }

        List<String> inAlarm() {
            return alarms.stream().filter(alarm -> alarm.state() == AlarmState.ALARM).map(Alarm::reference).toList();
        }

        List<String> states() {
            return alarms.stream().map(alarm -> alarm.reference() + " " + alarm.state()).toList();
        }
    }
}
