package io.gameday.aws.cloudwatch;

import io.gameday.signal.Firing;
import io.gameday.signal.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/// In which states an alarm was in a period. INSUFFICIENT_DATA is neither OK nor ALARM: it does not ring, and that it
/// stayed silent says nothing.
///
/// @param trouble    why its silence says nothing; empty when it rang, or had data all the time
/// @param blind      why it could not ring as the period ended; empty when it could
/// @param beginKnown whether the state at the beginning is known
record States(List<Firing> firings, String trouble, String blind, boolean beginKnown) {

    /// What an alarm says of itself and what its history says are some milliseconds apart.
    private static final Duration SAME = Duration.ofSeconds(2);

    /// @param changes from the beginning of `period` on, by time; may go beyond it
    /// @param now     the state in which the alarm is; null when it is not there any more
    /// @param since   when that began; null when that is not known
    static States in(Period period, Map<String, String> labels, List<StateChange> changes, @Nullable StateValue now,
            @Nullable Instant since) {
        List<StateChange> all = new ArrayList<>(changes);
        if (now != null && since != null && since.isAfter(period.from())
                && (all.isEmpty() || all.getLast().after() != now && all.getLast().at().plus(SAME).isBefore(since))) {
            // The newest change is not in the history yet.
            all.add(new StateChange("", since,
                    all.isEmpty() ? StateValue.UNKNOWN_TO_SDK_VERSION : all.getLast().after(), now));
        }
        StateValue state = all.isEmpty() ? now : all.getFirst().before();
        boolean beginKnown = state != null && state != StateValue.UNKNOWN_TO_SDK_VERSION;
        List<Firing> firings = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        Instant begin = period.from();
        boolean first = true;
        for (StateChange change : all) {
            if (!change.at().isBefore(period.to())) {
                break;
            }
            if (change.after() != state) {
                add(labels, state, begin, change.at(), first, false, firings, gaps);
                state = change.after();
                begin = change.at();
                first = false;
            }
        }
        int over = gaps.size();
        add(labels, state, begin, period.to(), first, true, firings, gaps);
        String trouble = !firings.isEmpty() || gaps.isEmpty()
                ? ""
                : gaps.getFirst() + (gaps.size() == 1 ? "" : ", and " + (gaps.size() - 1) + " times more");
        return new States(List.copyOf(firings), trouble, gaps.size() > over ? gaps.getLast() : "", beginKnown);
    }

    private static void add(Map<String, String> labels, @Nullable StateValue state, Instant from, Instant to,
            boolean before, boolean open, List<Firing> firings, List<String> gaps) {
        if (!from.isBefore(to)) {
            return;
        }
        switch (state) {
            case OK -> {
            }
            case ALARM -> firings.add(new Firing(labels, from, to, before, open));
            case INSUFFICIENT_DATA -> gaps.add("it had too little data (INSUFFICIENT_DATA) from " + from + " to " + to);
            case UNKNOWN_TO_SDK_VERSION -> gaps.add("its state from " + from + " to " + to + " is not known");
            case null -> gaps.add("its state from " + from + " to " + to + " is not known");
        }
    }
}
