package io.gameday.aws.cloudwatch;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/// One change of an alarm's state, as the history keeps it.
record StateChange(String alarm, Instant at, StateValue before, StateValue after) {

    private static final Pattern SUMMARY = Pattern.compile("from (\\w+) to (\\w+)");

    /// Empty when it tells of no state that is known here.
    static Optional<StateChange> of(AlarmHistoryItem item) {
        // The details are cut off when they are long, the summary never is.
        Matcher states = SUMMARY.matcher(item.historySummary() == null ? "" : item.historySummary());
        if (!states.find() || item.timestamp() == null || item.alarmName() == null) {
            return Optional.empty();
        }
        StateValue before = StateValue.fromValue(states.group(1));
        StateValue after = StateValue.fromValue(states.group(2));
        return before == StateValue.UNKNOWN_TO_SDK_VERSION || after == StateValue.UNKNOWN_TO_SDK_VERSION
                ? Optional.empty()
                : Optional.of(new StateChange(item.alarmName(), item.timestamp(), before, after));
    }
}
