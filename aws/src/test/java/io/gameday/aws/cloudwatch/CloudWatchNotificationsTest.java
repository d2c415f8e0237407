package io.gameday.aws.cloudwatch;

import io.gameday.signal.Alarms;
import io.gameday.signal.FakeServer;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.PagerLogContract;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gameday.aws.cloudwatch.FakeCloudWatch.data;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.kept;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.listed;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.metricAlarm;
import static io.gameday.aws.cloudwatch.FakeCloudWatch.result;
import static org.assertj.core.api.Assertions.assertThat;

class CloudWatchNotificationsTest extends PagerLogContract {

    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");
    private static final Instant NOW = BEGIN.plus(Duration.ofHours(5));
    private static final Period HOUR = new Period(BEGIN, BEGIN.plusSeconds(3600));
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:";
    private static final Alarms SILENT = new Alarms(List.of(), Duration.ofSeconds(1), Map.of(), List.of());

    private FakeCloudWatch fake;

    @BeforeEach
    void start() throws IOException {
        fake = recorded(closing(new FakeServer()), "");
    }

    private static FakeCloudWatch recorded(FakeServer server, String items) {
        return new FakeCloudWatch(server)
                .answering("DescribeAlarms",
                        listed(metricAlarm("Errors", "OK", BEGIN,
                                "<AlarmActions><member>" + TOPIC + "payments</member><member>" + TOPIC
                                        + "platform</member></AlarmActions>")))
                .answering("DescribeAlarmHistory", kept(items))
                .answering("GetMetricData", fields -> FakeCloudWatch.xml("GetMetricData", data(result("sns", BEGIN,
                        Duration.ofMinutes(1), fields.containsValue("NumberOfNotificationsFailed") ? "0" : "1"))));
    }

    @Override
    protected void twoPages(FakeServer server) {
        recorded(server, action("Errors", 1200, "platform", "ALARM") + action("Errors", 720, "payments", "ALARM"));
    }

    @Override
    protected PagerLog log(FakeServer server, Duration limit) {
        return new CloudWatchNotifications(closing(FakeCloudWatch.client(server, NOW, limit)), SILENT);
    }

    @Override
    protected String path() {
        return "/";
    }

    @Test
    void aTopicIsNamedAndByItsWholeNameToo() throws Exception {
        actions(action("Errors", 720, "payments", "ALARM"));

        Pages pages = read(SILENT);

        assertThat(pages.pages())
                .containsExactly(new Page(at(720), List.of("payments", TOPIC + "payments"), "Errors", null));
        assertThat(pages.receivers()).containsExactly(TOPIC + "payments", TOPIC + "platform", "payments", "platform");
        assertThat(pages.doubt()).isEmpty();
        assertThat(pages.notes()).singleElement().asString().contains("whom a topic tells", "CloudWatch does not know");
        assertThat(fake.asked("DescribeAlarmHistory")).singleElement().satisfies(asked -> assertThat(asked)
                .containsEntry("HistoryItemType", "Action").containsEntry("AlarmTypes.member.2", "CompositeAlarm"));
    }

    @Test
    void thatItIsOverIsNoPage() throws Exception {
        actions(action("Errors", 900, "payments", "OK") + action("Errors", 960, "payments", "INSUFFICIENT_DATA"));

        assertThat(read(SILENT).pages()).isEmpty();
    }

    @Test
    void whatCouldNotBeSentToldNobodyAndTheReasonIsShown() throws Exception {
        String why = "Failed to execute action " + TOPIC + "payments. Received error: \"CloudWatch Alarms is not "
                + "authorized to perform: SNS:Publish\"";
        actions(item("Errors", 720, why,
                "{\"actionState\":\"Failed\",\"publishedMessage\":\"{\\\"NewStateValue\\\":" + "\\\"ALARM\\\"}\"}"));

        Pages pages = read(SILENT);

        assertThat(pages.pages()).isEmpty();
        assertThat(pages.notes()).contains("at " + at(720) + " CloudWatch could not tell payments of Errors: " + why);
    }

    @Test
    void whereTheMessageIsNotKeptTheAlarmsOwnStateTellsWhatItWas() throws Exception {
        String done = "Successfully executed action " + TOPIC + "payments";
        actions(item("Errors", 720, done, "{\"cut") + item("Errors", 900, done, "{\"cut"));
        Alarms rang = new Alarms(
                List.of(new KnownAlarm("Errors", List.of(),
                        List.of(new Firing(Map.of(), at(721), at(900), false, false)))),
                Duration.ofSeconds(1), Map.of(), List.of());

        assertThat(read(rang).pages()).extracting(Page::at).containsExactly(at(720));
    }

    @Test
    void anActionThatIsNoTopicTellsNobodyAndIsSaid() throws Exception {
        actions(item("Errors", 720, "Successfully executed action arn:aws:autoscaling:eu-west-1:1:scalingPolicy:x",
                "{\"actionState\":\"Succeeded\",\"stateUpdate\":{\"NewStateValue\":\"ALARM\"}}"));

        Pages pages = read(SILENT);

        assertThat(pages.pages()).isEmpty();
        assertThat(pages.notes()).contains("actions of Errors that go to something other than an SNS topic are not "
                + "counted as telling somebody");
    }

    @Test
    void aTopicThatDeliveredNothingLeavesInDoubtWhetherAnybodyWasTold() throws Exception {
        actions(action("Errors", 720, "payments", "ALARM"));
        fake.answering("GetMetricData", data(""));

        assertThat(read(SILENT).doubt())
                .isEqualTo("whether it arrived is not known: SNS counts no delivery of the topic "
                        + "payments in that time (NumberOfNotificationsDelivered)");
    }

    @Test
    void aTopicThatFailedToDeliverLeavesItInDoubtToo() throws Exception {
        actions(action("Errors", 720, "payments", "ALARM"));
        fake.answering("GetMetricData", data(result("sns", BEGIN, Duration.ofMinutes(1), "0 2")));

        assertThat(read(SILENT).doubt())
                .startsWith("it may not have arrived: SNS counts failed deliveries of the topic " + "payments");
    }

    @Test
    void whatSnsCountsMayBeDenied() throws Exception {
        actions(action("Errors", 720, "payments", "ALARM"));
        fake.answering("GetMetricData", fields -> FakeCloudWatch.error(403, "AccessDenied", "not authorized"));

        assertThat(read(SILENT).doubt()).startsWith("whether it arrived is not known: CloudWatch in eu-west-1")
                .contains("a policy has to allow cloudwatch:GetMetricData");
    }

    private Pages read(Alarms alarms) throws Exception {
        return new CloudWatchNotifications(closing(fake.at(NOW)), alarms).read(HOUR);
    }

    private void actions(String items) {
        fake.answering("DescribeAlarmHistory", kept(items));
    }

    /// As CloudWatch keeps it: what was published is JSON, as text in JSON, as text in JSON.
    private static String action(String alarm, int seconds, String topic, String state) {
        return item(alarm, seconds, "Successfully executed action " + TOPIC + topic,
                "{\"actionState\":\"Succeeded\",\"stateUpdateTimestamp\":1667756633496,\"notificationResource\":\""
                        + TOPIC + topic
                        + "\",\"publishedMessage\":\"{\\\"default\\\":\\\"{\\\\\\\"AlarmName\\\\\\\":\\\\\\\"" + alarm
                        + "\\\\\\\",\\\\\\\"NewStateValue\\\\\\\":\\\\\\\"" + state
                        + "\\\\\\\",\\\\\\\"OldStateValue\\\\\\\":\\\\\\\"OK\\\\\\\"}\\\"}\"}");
    }

    private static String item(String alarm, int seconds, String summary, String data) {
        return "<member><AlarmName>" + alarm + "</AlarmName><AlarmType>MetricAlarm</AlarmType><Timestamp>" + at(seconds)
                + "</Timestamp><HistoryItemType>Action</HistoryItemType><HistorySummary>" + summary
                + "</HistorySummary><HistoryData>" + data + "</HistoryData></member>";
    }

    private static Instant at(int seconds) {
        return BEGIN.plusSeconds(seconds);
    }
}
