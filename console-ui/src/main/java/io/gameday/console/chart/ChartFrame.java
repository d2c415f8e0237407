package io.gameday.console.chart;

import io.gameday.console.control.State;
import io.gameday.journal.Event.SecondMeasured;
import io.gameday.observability.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that the charts draw, at one instant.
///
/// @param from    left edge
/// @param to      right edge; after `now` while a fault has an end to come
/// @param now     up to here there is something to know
/// @param seconds those inside, oldest first
public record ChartFrame(Instant from, Instant to, Instant now, List<SecondMeasured> seconds, List<Row> rows,
        List<Band> faults, @Nullable Instant firstFault, @Nullable Instant firstAlarm, @Nullable Instant plannedEnd) {

    static final ChartFrame EMPTY = new ChartFrame(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), Instant.EPOCH,
            List.of(), List.of(), List.of(), null, null, null);

    /// @param label   such as `az1`
    /// @param percent useful answers of the last 10 s
    /// @param flag    when the alarm of this part was raised first
    /// @param dark    when the zone had no power
    public record Row(Scope scope, String label, State state, String word, String percent, String ofTotal,
            String latency, @Nullable Instant flag, List<Band> dark) {
    }

    /// From its injection to its end. @param to the planned end while it is in force
    public record Band(Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /// Where `at` stands between the edges, 0 to 1 when inside.
    double share(Instant at) {
        return (double) Duration.between(from, at).toMillis() / Math.max(1, Duration.between(from, to).toMillis());
    }

    Instant at(double share) {
        return from.plusMillis(Math.round(share * Duration.between(from, to).toMillis()));
    }
}
