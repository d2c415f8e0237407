package io.gameday.aws.cloudwatch;

import io.gameday.signal.Alarms;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.Series.Sample;
import io.gameday.signal.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which SNS topics CloudWatch told of an alarm, by the actions that it keeps in the history of alarms. Whom a topic tells
/// is not in there; whether it told anybody, SNS counts.
///
///     alarm ──► action, kept in the history ──► SNS topic ──► its subscribers, counted in AWS/SNS
public final class CloudWatchNotifications implements PagerLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOPIC = Pattern.compile("arn:[\\w-]+:sns:[\\w-]*:\\d*:([\\w.-]*[\\w-])");
    /// What is published stands in the history as text in text, and cut off when it is long.
    private static final Pattern PUBLISHED_STATE = Pattern.compile("NewStateValue[\\\\\":\\s]+([A-Z_]+)");
    private static final AlarmType[] BOTH = {AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM};
    private static final int PER_PAGE = 100;
    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TOPICS = "who was told is an SNS topic, by the actions in the history of alarms: whom a "
            + "topic tells, and who answered, CloudWatch does not know";

    private final CloudWatch cloudWatch;
    private final Alarms alarms;

    /// @param alarms that `cloudWatch` gave for the same time
    public CloudWatchNotifications(CloudWatch cloudWatch, Alarms alarms) {
        this.cloudWatch = cloudWatch;
        this.alarms = alarms;
    }

    @Override
    public Pages read(Period period) throws SourceFailure {
        Set<String> notes = new LinkedHashSet<>(Set.of(TOPICS));
        List<Page> pages = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        for (AlarmHistoryItem item : actions(period)) {
            String summary = item.historySummary() == null ? "" : item.historySummary();
            String details = item.historyData() == null ? "" : item.historyData();
            Matcher topic = TOPIC.matcher(summary);
            if (!rang(item, details)) {
                continue;
            }
            if (!topic.find()) {
                others.add(item.alarmName());
            } else if (succeeded(summary, details)) {
                pages.add(new Page(item.timestamp(), List.of(topic.group(1), topic.group()), item.alarmName(), null));
            } else {
                notes.add("at " + item.timestamp() + " CloudWatch could not tell " + topic.group(1) + " of "
                        + item.alarmName() + ": " + summary);
            }
        }
        if (!others.isEmpty()) {
            notes.add("actions of " + String.join(", ", others)
                    + " that go to something other than an SNS topic are not " + "counted as telling somebody");
        }
        pages.sort(Comparator.comparing(Page::at));
        return new Pages("CloudWatch", List.copyOf(pages), topics(), pages.isEmpty() ? "" : doubt(pages, period),
                List.copyOf(notes));
    }

    private List<AlarmHistoryItem> actions(Period period) throws SourceFailure {
        return cloudWatch.ask("DescribeAlarmHistory",
                client -> client
                        .describeAlarmHistoryPaginator(request -> request.alarmTypes(BOTH)
                                .historyItemType(HistoryItemType.ACTION).startDate(period.from()).endDate(period.to())
                                .scanBy(ScanBy.TIMESTAMP_ASCENDING).maxRecords(PER_PAGE))
                        .stream().flatMap(page -> page.alarmHistoryItems().stream())
                        .filter(item -> item.alarmName() != null && item.timestamp() != null
                                && !item.timestamp().isBefore(period.from()) && item.timestamp().isBefore(period.to()))
                        .toList());
    }

    /// A topic may also be told that it is over. Where the message is not kept, the alarm's state at that time says it.
    private boolean rang(AlarmHistoryItem item, String details) {
        Matcher state = PUBLISHED_STATE.matcher(details);
        if (state.find()) {
            return state.group(1).equals("ALARM");
        }
        Instant at = item.timestamp();
        return alarms.alarms().stream().filter(alarm -> alarm.name().equals(item.alarmName()))
                .flatMap(alarm -> alarm.firings().stream())
                .anyMatch(firing -> !at.isBefore(firing.from().minus(SLACK)) && at.isBefore(firing.to()));
    }

    private static boolean succeeded(String summary, String details) {
        try {
            JsonNode state = JSON.readTree(details).path("actionState");
            if (state.isString()) {
                return state.asString().equals("Succeeded");
            }
        } catch (JacksonException cutOff) {
            // Then the summary says it.
        }
        return summary.startsWith("Successfully");
    }

    /// Every topic that an alarm tells when it rings.
    private List<String> topics() throws SourceFailure {
        return cloudWatch.ask("DescribeAlarms", client -> {
            Set<String> topics = new TreeSet<>();
            client.describeAlarmsPaginator(request -> request.alarmTypes(BOTH).maxRecords(PER_PAGE)).forEach(page -> {
                page.metricAlarms().forEach(alarm -> alarm.alarmActions().forEach(action -> named(action, topics)));
                page.compositeAlarms().forEach(alarm -> alarm.alarmActions().forEach(action -> named(action, topics)));
            });
            return List.copyOf(topics);
        });
    }

    private static void named(String action, Set<String> topics) {
        Matcher topic = TOPIC.matcher(action);
        if (topic.matches()) {
            topics.add(topic.group(1));
            topics.add(action);
        }
    }

    /// By what SNS counts of the topics that were told.
    private String doubt(List<Page> pages, Period period) {
        List<String> told = pages.stream().map(Page::receiver).distinct().toList();
        Instant from = Retention.floor(period.from(), MINUTE);
        for (String topic : told) {
            try {
                List<Sample> failed = counted("NumberOfNotificationsFailed", topic, from, period.to());
                if (failed.stream().anyMatch(sample -> sample.value() > 0)) {
                    return "it may not have arrived: SNS counts failed deliveries of the topic " + topic
                            + " in that time (NumberOfNotificationsFailed)";
                }
                List<Sample> delivered = counted("NumberOfNotificationsDelivered", topic, from, period.to());
                if (delivered.stream().noneMatch(sample -> sample.value() > 0)) {
                    return "whether it arrived is not known: SNS counts no delivery of the topic " + topic
                            + " in that time (NumberOfNotificationsDelivered)";
                }
            } catch (SourceFailure unread) {
                return "whether it arrived is not known: " + unread.getMessage();
            }
        }
        return "";
    }

    private List<Sample> counted(String metric, String topic, Instant from, Instant to) throws SourceFailure {
        MetricDataQuery query = MetricDataQuery.builder().id("sns")
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder().namespace("AWS/SNS").metricName(metric)
                                .dimensions(Dimension.builder().name("TopicName").value(topic).build()).build())
                        .period((int) period(from)).stat("Sum").build())
                .build();
        return MetricData.read(cloudWatch, List.of(query), from, to).series().values().stream().flatMap(List::stream)
                .toList();
    }

    /// Minutes are kept for 15 days.
    private long period(Instant from) {
        boolean old = from.isBefore(cloudWatch.now().minus(Duration.ofDays(15)));
        return (old ? MINUTE.multipliedBy(5) : MINUTE).toSeconds();
    }
}
