package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.SeriesName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The worst second of one series since the first fault.
///
/// @param availability   useful answers ÷ requests, 0 to 1
/// @param at             that second
/// @param secondsBelow   seconds below the objective
/// @param secondsWithout seconds without any request: neither good nor bad
public record LowPoint(Observer observer, Scope scope, double availability, long useful, long requests, Instant at,
        long secondsBelow, long secondsWithout) {

    /// One per series that was seen: site, then zones, then cells; customers, then attempts, then canaries.
    static List<LowPoint> of(RunFacts facts, double objective) {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.SITE));
        facts.started().zones().forEach(zone -> scopes.add(new Scope.Zone(zone)));
        facts.started().cells().forEach(cell -> scopes.add(new Scope.Cell(cell)));
        List<LowPoint> points = new ArrayList<>();
        for (Scope scope : scopes) {
            for (Observer observer : Observer.values()) {
                LowPoint point = of(facts.secondsSinceZero(), observer, scope, objective);
                if (point != null) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    private static @Nullable LowPoint of(List<Event.SecondMeasured> seconds, Observer observer, Scope scope,
            double objective) {
        Tally lowest = Tally.NONE;
        Instant at = Instant.EPOCH;
        long below = 0;
        long without = 0;
        for (Event.SecondMeasured second : seconds) {
            Tally tally = SeriesName.tally(second, observer, scope);
            if (tally.requests() == 0) {
                without++;
                continue;
            }
            below += share(tally) < objective ? 1 : 0;
            if (lowest.requests() == 0 || share(tally) < share(lowest)) {
                lowest = tally;
                at = second.second();
            }
        }
        return lowest.requests() == 0
                ? null
                : new LowPoint(observer, scope, share(lowest), lowest.useful(), lowest.requests(), at, below, without);
    }

    private static double share(Tally tally) {
        return (double) tally.useful() / tally.requests();
    }
}
