package io.gameday.console.debrief;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the timeline strip draws, lane by lane.
///
/// @param lanes       what may be shown of customers, the site first
/// @param faults      bands, named
/// @param alarms      bars; what overlaps in time is one
/// @param silences    times in which people said nothing
/// @param standstills times in which the controller itself stood still
/// @param nobody      why the people's lane is empty; empty where people were there
public record Strip(Instant from, Instant to, @Nullable Instant zero, List<PlaceLane> lanes, List<Span> faults,
        List<Span> alarms, List<Mark> automation, List<Mark> people, List<Span> silences, List<Span> standstills,
        String nobody) {

    /// @param label drawn inside where there is room
    /// @param after drawn behind its end; may be empty
    /// @param open  it has no end; drawn to the end of the strip
    /// @param told  everything there is to tell, with evidence
    public record Span(Instant from, Instant to, String label, String after, boolean open, String told) {

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    public record Mark(Instant at, String label, String told) {
    }

    /// What all customers together felt.
    PlaceLane site() {
        return lanes.getFirst();
    }

    /// Of that place; the site where it has none.
    PlaceLane lane(@Nullable Focus focus) {
        return lanes.stream().filter(lane -> focus != null && lane.place().equals(focus.place())).findFirst()
                .orElse(site());
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
