package io.gameday.aws.cloudwatch;

import io.gameday.signal.AlarmCondition;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.Breaches;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.SourceFailure.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/// Metric and composite alarms as they stand now, and the history that CloudWatch keeps of their states. Safe for use by
/// several threads.
///
/// For a period that ends now a read costs one call for each hundred alarms and one for each hundred changes of state.
/// For one in the past the history is read on until it is known in which state each alarm was.
public final class CloudWatchAlarms implements AlarmHistory {

    /// The user guide: "CloudWatch preserves alarm history for 30 days".
    static final Duration KEPT = Duration.ofDays(30);
    /// CloudWatch gives its times in milliseconds, and nobody reads them so.
    private static final Duration EXACT_TO = Duration.ofSeconds(1);
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 100;
    private static final AlarmType[] BOTH = {AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM};
    private static final int MOST_NAMED = 5;

    private final CloudWatch cloudWatch;

    public CloudWatchAlarms(CloudWatch cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /// An alarm that exists.
    ///
    /// @param now   the state in which it is
    /// @param since when that began; null when CloudWatch does not say
    private record Standing(String name, Map<String, String> labels, AlarmCondition condition, StateValue now,
            @Nullable Instant since) {
    }

    @Override
    public Alarms read(Period period, Duration step) throws SourceFailure {
        Instant oldest = cloudWatch.now().minus(KEPT);
        if (period.from().isBefore(oldest)) {
            throw cloudWatch.failure(Cause.QUESTION, "keeps what alarms did for " + KEPT.toDays()
                    + " days, and asked is " + "from " + period.from() + "; allowed: from " + oldest + " on");
        }
        // What stands is asked for first, so that a change in between is in the history.
        Map<String, Standing> standing = standing();
        Map<String, List<StateChange>> changes = changes(period, standing.values());
        Set<String> notes = new LinkedHashSet<>();
        if (standing.isEmpty()) {
            notes.add("CloudWatch has no alarm at all there: is that the Region, and the account?");
        }
        Set<String> names = new TreeSet<>(standing.keySet());
        // One that is not there any more, and changed only later, may not have been there either.
        changes.forEach((name, all) -> {
            if (all.getFirst().at().isBefore(period.to())) {
                names.add(name);
            }
        });
        Set<String> unknown = new TreeSet<>();
        List<KnownAlarm> alarms = new ArrayList<>();
        for (String name : names) {
            @Nullable
            Standing alarm = standing.get(name);
            States states = States.in(period, alarm == null ? Map.of("AlarmName", name) : alarm.labels(),
                    changes.getOrDefault(name, List.of()), alarm == null ? null : alarm.now(),
                    alarm == null ? null : alarm.since());
            if (!states.beginKnown()) {
                unknown.add(name);
            }
            alarms.add(new KnownAlarm(name,
                    alarm == null ? List.of() : List.of(troubled(alarm.condition(), states.trouble())),
                    states.firings(), alarm == null ? "" : states.blind()));
        }
        if (!unknown.isEmpty()) {
            notes.add("in which state " + String.join(", ", unknown.stream().limit(MOST_NAMED).toList())
                    + (unknown.size() > MOST_NAMED ? " and " + (unknown.size() - MOST_NAMED) + " more" : "")
                    + " were at the beginning is not known");
        }
        return new Alarms(List.copyOf(alarms), EXACT_TO, Map.of(), List.copyOf(notes));
    }

    private static AlarmCondition troubled(AlarmCondition condition, String trouble) {
        return new AlarmCondition(condition.query(), condition.holds(), condition.every(), condition.datapoints(),
                trouble);
    }

    private Map<String, Standing> standing() throws SourceFailure {
        return cloudWatch.ask("DescribeAlarms", client -> {
            Map<String, Standing> standing = new TreeMap<>();
            for (DescribeAlarmsResponse page : client
                    .describeAlarmsPaginator(request -> request.alarmTypes(BOTH).maxRecords(PER_PAGE))) {
                page.metricAlarms().forEach(alarm -> standing.put(alarm.alarmName(), standing(alarm)));
                page.compositeAlarms().forEach(alarm -> standing.put(alarm.alarmName(), standing(alarm)));
            }
            return standing;
        });
    }

    private static Standing standing(MetricAlarm alarm) {
        Map<String, String> labels = new TreeMap<>();
        for (Dimension dimension : alarm.dimensions()) {
            labels.put(dimension.name(), dimension.value());
        }
        labels.put("AlarmName", alarm.alarmName());
        return new Standing(alarm.alarmName(), Map.copyOf(labels), MetricCondition.of(alarm), alarm.stateValue(),
                alarm.stateTransitionedTimestamp() == null
                        ? alarm.stateUpdatedTimestamp()
                        : alarm.stateTransitionedTimestamp());
    }

    private static Standing standing(CompositeAlarm alarm) {
        return new Standing(alarm.alarmName(), Map.of("AlarmName", alarm.alarmName()),
                new AlarmCondition("composite alarm: " + alarm.alarmRule(), Duration.ZERO, Duration.ZERO, ""),
                alarm.stateValue(),
                alarm.stateTransitionedTimestamp() == null
                        ? alarm.stateUpdatedTimestamp()
                        : alarm.stateTransitionedTimestamp());
    }

    /// The changes of each alarm from the beginning of `period` on, by time: all those in it, and where one changed only
    /// later, at least the first, which tells in which state it was before.
    private Map<String, List<StateChange>> changes(Period period, Iterable<Standing> standing) throws SourceFailure {
        Set<String> open = new HashSet<>();
        standing.forEach(alarm -> {
            if (alarm.since() != null && alarm.since().isAfter(period.from())) {
                open.add(alarm.name());
            }
        });
        return cloudWatch.ask("DescribeAlarmHistory", client -> {
            Map<String, List<StateChange>> changes = new HashMap<>();
            int pages = 0;
            for (DescribeAlarmHistoryResponse page : client.describeAlarmHistoryPaginator(
                    request -> request.alarmTypes(BOTH).historyItemType(HistoryItemType.STATE_UPDATE)
                            .startDate(period.from()).scanBy(ScanBy.TIMESTAMP_ASCENDING).maxRecords(PER_PAGE))) {
                boolean past = false;
                for (AlarmHistoryItem item : page.alarmHistoryItems()) {
                    StateChange.of(item).filter(change -> !change.at().isBefore(period.from())).ifPresent(change -> {
                        changes.computeIfAbsent(change.alarm(), name -> new ArrayList<>()).add(change);
                        open.remove(change.alarm());
                    });
                    past |= item.timestamp() != null && !item.timestamp().isBefore(period.to());
                }
                pages++;
                if (past && (open.isEmpty() || pages >= MOST_PAGES)) {
                    break;
                }
            }
            changes.values().forEach(list -> list.sort(Comparator.comparing(StateChange::at)));
            return changes;
        });
    }

    @Override
    public Breaches breaches(AlarmCondition condition, Period period) throws SourceFailure {
        return MetricCondition.read(cloudWatch, condition.query()).breaches(cloudWatch, period);
    }
}
