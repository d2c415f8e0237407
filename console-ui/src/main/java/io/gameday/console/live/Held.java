package io.gameday.console.live;

import io.gameday.experiment.MetricCondition;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.view.Seconds;
import io.gameday.observability.Observer;
import io.gameday.observability.Tally;
import java.util.List;

/// How long a condition has been true without a break, and how long at most. A second without requests neither counts
/// nor resets.
final class Held {

    private final MetricCondition condition;
    private final boolean emptyBreaks;
    private int read;
    private int now;
    private int longest;
    private Tally newest = Tally.NONE;

    private Held(MetricCondition condition, boolean emptyBreaks) {
        this.condition = condition;
        this.emptyBreaks = emptyBreaks;
    }

    static Held stopCondition(MetricCondition condition) {
        return new Held(condition, false);
    }

    /// A second without requests is no steady state.
    static Held steadyState(MetricCondition condition) {
        return new Held(condition, true);
    }

    /// Takes in the seconds that it has not seen yet.
    void read(Seconds seconds) {
        List<SecondMeasured> all = seconds.all();
        for (; read < all.size(); read++) {
            newest = all.get(read).series().getOrDefault(Standing.series(Observer.CUSTOMER, condition.scope()),
                    Tally.NONE);
            now = condition.holds(newest).map(holds -> holds ? now + 1 : 0).orElse(emptyBreaks ? 0 : now);
            longest = Math.max(longest, now);
        }
    }

    MetricCondition condition() {
        return condition;
    }

    /// Seconds that it has been true up to now.
    int now() {
        return now;
    }

    int longest() {
        return longest;
    }

    /// The newest second.
    Tally newest() {
        return newest;
    }

    int wanted() {
        return condition.lasts() == null ? 1 : (int) Math.max(1, condition.lasts().toSeconds());
    }
}
