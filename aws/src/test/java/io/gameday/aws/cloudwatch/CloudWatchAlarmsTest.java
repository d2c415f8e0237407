package io.gameday.aws.cloudwatch;

import io.gameday.observability.alarm.MOutOfN;
import io.gameday.observability.alarm.MissingData;
import io.gameday.signal.AlarmCondition;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.AlarmHistoryContract;
import io.gameday.signal.Alarms;
import io.gameday.signal.Breaches;
import io.gameday.signal.FakeServer;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.live.AlarmQuestion;
import io.gameday.target.TeamAlarms.TeamAlarm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.gameday.aws.cloudwatch.FakeCloudWatch.changed;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.data;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.kept;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.listed;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.metricAlarm;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class CloudWatchAlarmsTest extends AlarmHistoryContract {

    private static final Instant LONG_AGO = BEGIN.minus(Duration.ofDays(9));
    private static final Instant NOW = BEGIN.plus(Duration.ofHours(5));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private FakeCloudWatch fake;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeCloudWatch(closing(new FakeServer()));
        standing(listed(""));
        changes();
    }

    @Override
    protected void threeAlarms(FakeServer server) {
        new FakeCloudWatch(server)
                .answering("DescribeAlarms",
                        listed(metricAlarm("Errors", "OK", at(1200)) + metricAlarm("Silent", "OK", LONG_AGO)
                                + metricAlarm("Standing", "ALARM", LONG_AGO)))
                .answering("DescribeAlarmHistory",
                        kept(changed("Errors", at(600), "OK", "ALARM") + changed("Errors", at(1200), "ALARM", "OK")));
    }

    @Override
    protected void broken(FakeServer server) {
        new FakeCloudWatch(server).answering("DescribeAlarms",
                fields -> FakeCloudWatch.error(503, "ServiceUnavailable", "busy"));
    }

    @Override
    protected AlarmHistory history(FakeServer server, Duration limit) {
        return new CloudWatchAlarms(closing(FakeCloudWatch.client(server, NOW, limit)));
    }

    @Test
    void anAlarmIsKnownWithItsDimensionsAndItsSetting() throws Exception {
        standing(listed(metricAlarm("Errors", "OK", at(700))));
        changes(changed("Errors", at(600), "OK", "ALARM"), changed("Errors", at(700), "ALARM", "OK"));

        KnownAlarm alarm = read().alarms().getFirst();

        assertThat(alarm.firings()).containsExactly(
                new Firing(Map.of("AlarmName", "Errors", "Cell", "1"), at(600), at(700), false, false));
        assertThat(alarm.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.holds()).isEqualTo(Duration.ofMinutes(2));
            assertThat(condition.every()).isEqualTo(MINUTE);
            assertThat(condition.datapoints()).isEqualTo(new MOutOfN(2, 3, MissingData.NOT_BREACHING));
            assertThat(condition.query()).contains("\"Threshold\":0.99",
                    "\"ComparisonOperator\":\"LessThanThreshold\"");
        });
    }

    @Test
    void insufficientDataIsNeitherOkNorAlarm() throws Exception {
        standing(listed(metricAlarm("Sparse", "INSUFFICIENT_DATA", at(1200))
                + metricAlarm("Starved", "INSUFFICIENT_DATA", LONG_AGO)));
        changes(changed("Sparse", at(600), "INSUFFICIENT_DATA", "ALARM"),
                changed("Sparse", at(1200), "ALARM", "INSUFFICIENT_DATA"));

        Alarms alarms = read();

        assertThat(alarms.alarms().getFirst()).satisfies(rang -> {
            assertThat(rang.firings()).singleElement().extracting(Firing::from, Firing::to).containsExactly(at(600),
                    at(1200));
            assertThat(rang.conditions().getFirst().trouble()).isEmpty();
        });
        assertThat(alarms.alarms().getLast()).satisfies(silent -> {
            assertThat(silent.firings()).isEmpty();
            assertThat(silent.conditions().getFirst().trouble())
                    .isEqualTo("it had too little data (INSUFFICIENT_DATA) from " + HOUR.from() + " to " + HOUR.to());
        });
    }

    @Test
    void ofAGapWhileARunGoesOnOnlyOneThatIsOpenMeansThatItCannotRing() throws Exception {
        standing(listed(metricAlarm("Over", "OK", at(700)) + metricAlarm("Open", "INSUFFICIENT_DATA", at(900))));
        changes(changed("Over", at(600), "OK", "INSUFFICIENT_DATA"),
                changed("Over", at(700), "INSUFFICIENT_DATA", "OK"), changed("Open", at(600), "OK", "ALARM"),
                changed("Open", at(900), "ALARM", "INSUFFICIENT_DATA"));

        assertThat(read().alarms()).filteredOn(alarm -> alarm.name().equals("Over")).singleElement()
                .satisfies(over -> assertThat(over.conditions().getFirst().trouble()).contains("INSUFFICIENT_DATA"));
        AlarmQuestion live = new AlarmQuestion(alarms(), Set.of("Over", "Open"), Optional::empty);
        assertThat(live.ask(HOUR).what().alarms()).extracting(TeamAlarm::name, TeamAlarm::trouble)
                .containsExactlyInAnyOrder(tuple("Over", ""), tuple("Open",
                        "it had too little data (INSUFFICIENT_DATA) from " + at(900) + " to " + HOUR.to()));
    }

    @Test
    void theStateBeforeTheFirstChangeIsTheOneThatItCameFrom() throws Exception {
        standing(listed(metricAlarm("Errors", "OK", at(300))));
        changes(changed("Errors", at(300), "ALARM", "OK"));

        assertThat(firings()).containsExactly(
                new Firing(Map.of("AlarmName", "Errors", "Cell", "1"), HOUR.from(), at(300), true, false));
    }

    @Test
    void anAlarmThatChangedOnlyLaterIsReadOnUntilThat() throws Exception {
        standing(listed(metricAlarm("Errors", "OK", at(9000))));
        changes(changed("Errors", at(9000), "ALARM", "OK"));

        assertThat(firings()).containsExactly(
                new Firing(Map.of("AlarmName", "Errors", "Cell", "1"), HOUR.from(), HOUR.to(), true, true));
    }

    @Test
    void whatTheHistoryDoesNotHaveYetIsTakenFromTheAlarmItself() throws Exception {
        standing(listed(metricAlarm("Errors", "ALARM", at(3590))));
        changes(changed("Errors", at(100), "ALARM", "OK"));

        assertThat(firings()).extracting(Firing::from).containsExactly(HOUR.from(), at(3590));
    }

    @Test
    void aStateThatNobodyTellsIsNotKnown() throws Exception {
        standing(listed(metricAlarm("Errors", "OK", at(9000))));
        changes();

        Alarms alarms = read();

        assertThat(alarms.alarms().getFirst().conditions().getFirst().trouble())
                .isEqualTo("its state from " + HOUR.from() + " to " + HOUR.to() + " is not known");
        assertThat(alarms.notes()).containsExactly("in which state Errors were at the beginning is not known");
    }

    @Test
    void aCompositeAlarmRingsAsAnyOtherAndHasNoSettingToTry() throws Exception {
        standing(listed("", """
                <member><AlarmName>ShopDown</AlarmName><AlarmRule>ALARM(a) OR ALARM(b)</AlarmRule>
                <StateValue>ALARM</StateValue><StateTransitionedTimestamp>%s</StateTransitionedTimestamp></member>"""
                .formatted(at(1800))));
        changes(changed("ShopDown", at(1800), "OK", "ALARM"));

        KnownAlarm alarm = read().alarms().getFirst();

        assertThat(alarm.firings())
                .containsExactly(new Firing(Map.of("AlarmName", "ShopDown"), at(1800), HOUR.to(), false, true));
        assertThat(alarm.conditions()).containsExactly(
                new AlarmCondition("composite alarm: ALARM(a) OR ALARM(b)", Duration.ZERO, Duration.ZERO, ""));
        assertThatThrownBy(() -> alarms().breaches(alarm.conditions().getFirst(), HOUR))
                .isInstanceOf(SourceFailure.class).hasMessageContaining("cannot be asked again for 'composite alarm: ")
                .hasMessageEndingWith("what is asked again is one metric with a fixed threshold");
    }

    @Test
    void anAlarmThatIsNotThereAnyMoreIsKnownByItsHistory() throws Exception {
        changes(changed("Deleted", at(600), "OK", "ALARM"), changed("Deleted", at(700), "ALARM", "OK"));

        Alarms alarms = read();

        assertThat(alarms.alarms()).containsExactly(new KnownAlarm("Deleted", List.of(),
                List.of(new Firing(Map.of("AlarmName", "Deleted"), at(600), at(700), false, false))));
        assertThat(alarms.notes())
                .containsExactly("CloudWatch has no alarm at all there: is that the Region, and the account?");
    }

    @Test
    void bothListsAreReadPageByPage() throws Exception {
        fake.answering("DescribeAlarms",
                fields -> FakeCloudWatch.xml("DescribeAlarms",
                        listed(metricAlarm(fields.containsKey("NextToken") ? "B" : "A", "OK", at(700)))
                                + (fields.containsKey("NextToken") ? "" : "<NextToken>more</NextToken>")));
        fake.answering("DescribeAlarmHistory",
                fields -> FakeCloudWatch.xml("DescribeAlarmHistory",
                        fields.containsKey("NextToken")
                                ? kept(changed("B", at(700), "ALARM", "OK"))
                                : kept(changed("A", at(700), "ALARM", "OK")) + "<NextToken>more</NextToken>"));

        assertThat(read().alarms()).allSatisfy(alarm -> assertThat(alarm.firings()).hasSize(1));
        assertThat(fake.asked("DescribeAlarmHistory").getFirst()).containsEntry("HistoryItemType", "StateUpdate")
                .containsEntry("StartDate", HOUR.from().toString()).containsEntry("AlarmTypes.member.1", "MetricAlarm")
                .containsEntry("AlarmTypes.member.2", "CompositeAlarm").containsEntry("MaxRecords", "100")
                .containsEntry("ScanBy", "TimestampAscending");
    }

    @Test
    void theHistoryIsReadNoFurtherThanItTells() throws Exception {
        standing(listed(metricAlarm("Errors", "OK", at(9000)) + metricAlarm("Other", "OK", LONG_AGO)));
        fake.answering("DescribeAlarmHistory",
                fields -> FakeCloudWatch.xml("DescribeAlarmHistory",
                        kept(changed("Errors", at(fields.containsKey("NextToken") ? 9900 : 9000), "ALARM", "OK"))
                                + "<NextToken>more</NextToken>"));

        assertThat(firings()).hasSize(1);
        assertThat(fake.asked("DescribeAlarmHistory")).hasSize(1);
    }

    @Test
    void aShortTimeThatEndsNowCostsTwoCalls() throws Exception {
        standing(listed(metricAlarm("Errors", "ALARM", NOW.minusSeconds(3))));
        changes(changed("Errors", NOW.minusSeconds(3), "OK", "ALARM"));

        alarms().read(new Period(NOW.minusSeconds(10), NOW), Duration.ofSeconds(1));

        assertThat(fake.asked("DescribeAlarms")).hasSize(1);
        assertThat(fake.asked("DescribeAlarmHistory")).hasSize(1);
    }

    @Test
    void whatCloudWatchDoesNotKeepIsNotAskedFor() {
        Instant early = NOW.minus(Duration.ofDays(31));

        assertThatThrownBy(() -> alarms().read(new Period(early, HOUR.to()), MINUTE)).isInstanceOf(SourceFailure.class)
                .hasMessageEndingWith("keeps what alarms did for 30 days, and asked is from " + early
                        + "; allowed: from " + NOW.minus(Duration.ofDays(30)) + " on");
        assertThat(fake.asked("DescribeAlarms")).isEmpty();
    }

    @Test
    void aConditionIsAskedForAgainWithTheAlarmsOwnSetting() throws Exception {
        fake.answering("GetMetricData", data(result("condition", HOUR.from(), MINUTE, "1 0.5 0.99 - 0.98 1")));

        Breaches breaches = breaches("notBreaching", new Period(at(30), at(360)));

        assertThat(breaches).isEqualTo(new Breaches(at(60), MINUTE, 6, List.of(Set.of(1, 4))));
        assertThat(fake.asked("GetMetricData")).singleElement()
                .satisfies(asked -> assertThat(asked).containsEntry("StartTime", HOUR.from().toString())
                        .containsEntry("EndTime", at(360).toString())
                        .containsEntry("MetricDataQueries.member.1.MetricStat.Period", "60")
                        .containsEntry("MetricDataQueries.member.1.MetricStat.Stat", "Average")
                        .containsEntry("MetricDataQueries.member.1.MetricStat.Metric.MetricName", "UsefulShare")
                        .containsEntry("MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.1.Value", "1"));
    }

    @Test
    void aMissingValueMayBreach() throws Exception {
        fake.answering("GetMetricData", data(result("condition", HOUR.from(), MINUTE, "1 0.5 - 1")));

        assertThat(breaches("breaching", new Period(at(0), at(240))).series()).containsExactly(Set.of(1, 2));
    }

    @ParameterizedTest
    @CsvSource({"missing", "ignore"})
    void whatAMissingValueDoesOtherwiseIsNotGuessed(String treatment) {
        fake.answering("GetMetricData", data(result("condition", HOUR.from(), MINUTE, "1 0.5 - 1")));

        assertThatThrownBy(() -> breaches(treatment, new Period(at(0), at(240)))).isInstanceOf(SourceFailure.class)
                .hasMessageEndingWith(
                        "has no value of UsefulShare for 1 of 4 periods, and what its alarm makes of that "
                                + "is not worked out here");
    }

    @ParameterizedTest
    @CsvSource({"GreaterThanThreshold, 2", "GreaterThanOrEqualToThreshold, 1 2", "LessThanThreshold, 0",
            "LessThanOrEqualToThreshold, 0 1"})
    void everyComparisonWithOneThresholdIsKnown(String comparison, String breaching) throws Exception {
        fake.answering("GetMetricData", data(result("condition", HOUR.from(), MINUTE, "0.98 0.99 1")));
        standing(listed(metricAlarm("Errors", "OK", LONG_AGO).replace("LessThanThreshold", comparison)));

        Breaches breaches = alarms().breaches(read().alarms().getFirst().conditions().getFirst(),
                new Period(at(0), at(180)));

        assertThat(breaches.series().getFirst().stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(breaching);
    }

    @Test
    void metricMathIsSaidToBeNotAskedAgain() throws Exception {
        standing(listed("""
                <member><AlarmName>Share</AlarmName><StateValue>OK</StateValue><EvaluationPeriods>2</EvaluationPeriods>
                <StateTransitionedTimestamp>%s</StateTransitionedTimestamp><Threshold>0.99</Threshold>
                <ComparisonOperator>LessThanThreshold</ComparisonOperator><Metrics><member><Id>e1</Id>
                <Expression>m1/m2</Expression><Period>60</Period></member></Metrics></member>""".formatted(LONG_AGO)));

        AlarmCondition condition = read().alarms().getFirst().conditions().getFirst();

        assertThat(condition.holds()).isEqualTo(MINUTE);
        assertThatThrownBy(() -> alarms().breaches(condition, HOUR)).isInstanceOf(SourceFailure.class)
                .hasMessageContaining("cannot be asked again for 'metric math: m1/m2'");
    }

    @Test
    void aSettingThatIsNotToldIsNotMadeUp() throws Exception {
        standing(listed(metricAlarm("Errors", "OK", LONG_AGO).replace("<Statistic>Average</Statistic>", "")));

        AlarmCondition condition = read().alarms().getFirst().conditions().getFirst();

        assertThatThrownBy(() -> alarms().breaches(condition, HOUR)).isInstanceOf(SourceFailure.class)
                .hasMessageContaining("cannot be asked again for 'an alarm whose period or statistic is not told'");
    }

    private Breaches breaches(String missing, Period period) throws Exception {
        standing(listed(metricAlarm("Errors", "OK", LONG_AGO).replace("notBreaching", missing)));
        return alarms().breaches(read().alarms().getFirst().conditions().getFirst(), period);
    }

    private void standing(String alarms) {
        fake.answering("DescribeAlarms", alarms);
    }

    private void changes(String... items) {
        fake.answering("DescribeAlarmHistory", kept(String.join("", items)));
    }

    private CloudWatchAlarms alarms() {
        return new CloudWatchAlarms(closing(fake.at(NOW)));
    }

    private Alarms read() throws Exception {
        return alarms().read(HOUR, Duration.ofSeconds(10));
    }

    private List<Firing> firings() throws Exception {
        return read().alarms().getFirst().firings();
    }

    private static Instant at(int seconds) {
        return BEGIN.plusSeconds(seconds);
    }
}
