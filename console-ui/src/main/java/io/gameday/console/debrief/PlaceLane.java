package io.gameday.console.debrief;

import io.gameday.observability.Scope;
import io.gameday.report.gray.Moment;
import io.gameday.report.gray.Quadrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the strip draws of one place: its customers' answers, the windows of their impact, and the square's quadrants.
///
/// @param windows    with less than the objective, each with its verdict
/// @param stretches  seconds alike put together, in order
public record PlaceLane(Scope place, String name, Curve useful, List<Strip.Span> windows, List<Stretch> stretches) {

    /// A time that lies in one quadrant.
    public record Stretch(Instant from, Instant to, Quadrant quadrant) {

        Duration length() {
            return Duration.between(from, to);
        }
    }

    static List<Stretch> stretches(List<Moment> moments) {
        List<Stretch> stretches = new ArrayList<>();
        for (Moment moment : moments) {
            Instant end = moment.second().plusSeconds(1);
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.quadrant() == moment.quadrant() && last.to().equals(moment.second())) {
                stretches.set(stretches.size() - 1, new Stretch(last.from(), end, last.quadrant()));
            } else {
                stretches.add(new Stretch(moment.second(), end, moment.quadrant()));
            }
        }
        return List.copyOf(stretches);
    }

    /// How many seconds of the run it was there.
    long seconds(Quadrant quadrant) {
        return stretches.stream().filter(s -> s.quadrant() == quadrant).mapToLong(s -> s.length().toSeconds()).sum();
    }

    /// All its times there, to be looked at.
    Focus focus(Quadrant quadrant) {
        return new Focus(place, name + ": " + QuadrantLook.word(quadrant) + " " + seconds(quadrant) + " s", stretches
                .stream().filter(s -> s.quadrant() == quadrant).map(s -> new Focus.Range(s.from(), s.to())).toList());
    }
}
