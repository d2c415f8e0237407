package io.gameday.reference.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The router's own view of tasks: some failures in a row ([EvictionRule]) leave a task out for 5 s, the second time 10 s,
/// and so on up to 30 s; a task that was back for 30 s starts over. Whether to send to evicted tasks when none is left is
/// [Routing]'s question.
///
/// Not for use by several threads.
public final class Eviction {

    private static final int STEP_SECONDS = 5;
    private static final int LONGEST_SECONDS = 30;
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);

    private final Map<String, View> views = new HashMap<>();
    private EvictionRule rule = EvictionRule.USUAL;

    /// A task was left out. @param duration 5 to 30 s @param times how often by now, this one included @param why in words
    public record Evicted(String task, Duration duration, int times, String why) {
    }

    /// Sets the rule for what is attempted from now on. Who is out stays out for as long as was said.
    public void rule(EvictionRule newRule) {
        rule = newRule;
    }

    public EvictionRule rule() {
        return rule;
    }

    /// Notes how an attempt at a task ended.
    ///
    /// @param took nanoseconds from the request to this outcome
    /// @param now  ticks in nanoseconds
    /// @return present when this attempt made it evicted
    public Optional<Evicted> attempted(String task, AttemptOutcome outcome, long took, long now) {
        View view = views.get(task);
        boolean slow = outcome.answered() && rule.slow(took);
        if (!outcome.countsAgainstTask() && !slow) {
            if (view != null) {
                view.failures = 0;
            }
            return Optional.empty();
        }
        if (view == null) {
            view = new View();
            views.put(task, view);
        }
        view.failures++;
        if (view.out || view.failures < rule.failures()) {
            return Optional.empty();
        }
        // What happened long ago, such as a slow start, says nothing of the task as it is now.
        boolean longWell = now - view.backSince >= FORGOTTEN.toNanos();
        view.times = view.times > 0 && longWell ? 1 : view.times + 1;
        view.out = true;
        Duration duration = Duration.ofSeconds(Math.min(LONGEST_SECONDS, STEP_SECONDS * view.times));
        view.until = now + duration.toNanos();
        String last = slow ? outcome + " after more than " + rule.slowMillis() + " ms" : outcome.toString();
        return Optional.of(
                new Evicted(task, duration, view.times, view.failures + " failures in a row, the last one " + last));
    }

    /// Whether the task is left out.
    public boolean out(String task) {
        View view = views.get(task);
        return view != null && view.out;
    }

    /// Lets tasks back in whose time is over. Call it every so often.
    ///
    /// @param now ticks in nanoseconds
    /// @return those that came back, in the order of their names
    public List<String> ended(long now) {
        List<String> back = new ArrayList<>();
        views.forEach((task, view) -> {
            if (view.out && now - view.until >= 0) {
                view.out = false;
                view.backSince = now;
                view.failures = 0;
                back.add(task);
            }
        });
        back.sort(null);
        return back;
    }

    /// Forgets tasks that are gone.
    public void retain(Set<String> tasks) {
        views.keySet().retainAll(tasks);
    }

    private static final class View {
        private int failures;
        private int times;
        private boolean out;
        private long until;
        private long backSince;
    }
}
